package dev.spendsense.scenario;

/**
 * What a dataset of the scenario has to reach to count as complete.
 *
 * @param users how many users; their exact number when the scenario is scaled to one
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
public record Checks(
        Range users,
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

    /** The same with an exact number of users. */
    Checks ofUsers(int number) {
        return new Checks(
                new Range(number, number),
                consent,
                coverage,
                behaviors,
                rationales,
                personas,
                signalTypes,
                transactionsAbove,
                accountTypes,
                contents,
                freshDays);
    }
}
