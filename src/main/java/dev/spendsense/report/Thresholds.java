package dev.spendsense.report;

import dev.spendsense.scenario.Checks;

/**
 * What a dataset has to reach to count as complete.
 *
 * @param usersAtLeast fewest users
 * @param usersAtMost most users
 * @param consent share of users who consent, 0 to 1
 * @param coverage share of consenting users with a persona and enough behaviors, 0 to 1
 * @param behaviors how many distinct types of signals must be detected on a user to be enough
 * @param rationales share of recommendations with a rationale in which everything is true, 0 to 1
 * @param personas how many personas, of those that are judged by evidence, must be somebody's first
 * @param signalTypes share of the declared types of signals that must be detected on somebody, 0 to 1
 * @param transactionsAbove every user must have more transactions than this
 * @param accountTypes how many types of accounts must occur
 * @param contents how many pieces of advice must occur, of both kinds
 * @param freshDays every user must have a transaction in so many days at the end of the period
 */
public record Thresholds(
        int usersAtLeast,
        int usersAtMost,
        double consent,
        double coverage,
        int behaviors,
        double rationales,
        int personas,
        double signalTypes,
        int transactionsAbove,
        int accountTypes,
        int contents,
        int freshDays) {

    /** The ten checks as the guide to the full dataset states them. */
    public static final Thresholds GUIDE = new Thresholds(50, 100, 1, 1, 3, 1, 5, 1, 100, 3, 5, 30);

    /** What a scenario wants a complete dataset to reach. */
    public static Thresholds of(Checks checks) {
        return new Thresholds(
                (int) checks.users().low(),
                (int) checks.users().high(),
                checks.consent(),
                checks.coverage(),
                checks.behaviors(),
                checks.rationales(),
                checks.personas(),
                checks.signalTypes(),
                checks.transactionsAbove(),
                checks.accountTypes(),
                checks.contents(),
                checks.freshDays());
    }
}
