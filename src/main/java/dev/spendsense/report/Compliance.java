package dev.spendsense.report;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether a dataset is complete: ten checks, each with its figure and threshold.
 *
 * @param checks always ten, always in the same order
 * @param rationales what was found when every rationale was checked
 */
public record Compliance(List<Check> checks, Rationales rationales) {

    private static final int MOST_NOTES = 5;

    public Compliance {
        checks = List.copyOf(checks);
    }

    /** Checks a dataset; reads all of it. */
    public static Compliance of(Dataset dataset, Thresholds thresholds) {
        Rationales rationales = Rationales.of(dataset);
        return new Compliance(new Examination(dataset, thresholds, rationales).checks(), rationales);
    }

    /** Whether no check failed. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** Goes through a dataset with the thresholds in hand. */
    private record Examination(Dataset dataset, Tallies tallies, Thresholds thresholds, Rationales rationales) {

        Examination(Dataset dataset, Thresholds thresholds, Rationales rationales) {
            this(dataset, dataset.tallies(), thresholds, rationales);
        }

        List<Check> checks() {
            return List.of(
                    users(),
                    consent(),
                    coverage(),
                    rationalesTrue(),
                    personas(),
                    signalTypes(),
                    transactions(),
                    accounts(),
                    recommendations(),
                    freshness());
        }

        private Check users() {
            int users = tallies.users();
            int low = thresholds.usersAtLeast();
            int high = thresholds.usersAtMost();
            return new Check(
                    "users",
                    "Users",
                    users,
                    number(users),
                    low == high ? number(low) : number(low) + " to " + number(high),
                    users >= low && users <= high,
                    List.of());
        }

        private Check consent() {
            return share("consent", "Users who consent", tallies.consenting(), tallies.users(), thresholds.consent());
        }

        private Check coverage() {
            int wanted = thresholds.behaviors();
            int covered = tallies.usersWithPersonaAndBehaviors(wanted);
            Check share = share(
                    "coverage",
                    "Consenting users with a persona and " + wanted + " detected behaviors",
                    covered,
                    tallies.consenting(),
                    thresholds.coverage());
            return share.passed()
                    ? share
                    : with(share, List.of("users by number of detected behaviors: " + tallies.usersByBehaviors()));
        }

        private Check rationalesTrue() {
            List<String> faults = rationales.faults().stream()
                    .limit(MOST_NOTES)
                    .map(fault -> fault.recommendationId() + ": " + fault.what())
                    .toList();
            Check share = share(
                    "rationales",
                    "Recommendations with a rationale that the ledger confirms",
                    rationales.confirmed(),
                    rationales.recommendations(),
                    thresholds.rationales());
            String figure = share.figure() + ", " + number(rationales.figures()) + " figures and names recomputed";
            return new Check(
                    share.name(), share.title(), share.value(), figure, share.threshold(), share.passed(), faults);
        }

        private Check personas() {
            List<String> judged = tallies.scoredPersonas();
            Map<String, Integer> primary = tallies.usersByPrimaryPersona();
            List<String> missing =
                    judged.stream().filter(name -> !primary.containsKey(name)).toList();
            int found = judged.size() - missing.size();
            return atLeast(
                    "personas",
                    "Personas that are somebody's first",
                    found,
                    found + " of " + judged.size(),
                    thresholds.personas(),
                    missing.isEmpty() ? List.of() : List.of("nobody: " + String.join(", ", missing)));
        }

        private Check signalTypes() {
            List<String> declared = dataset.run().origin().rules().map(RuleText::signals).orElse(List.of()).stream()
                    .map(RuleText.Word::name)
                    .toList();
            Map<String, Integer> detected = tallies.usersByDetectedSignal();
            List<String> missing = declared.stream()
                    .filter(type -> !detected.containsKey(type))
                    .toList();
            Check share = share(
                    "signal_types",
                    "Types of signals detected on somebody",
                    declared.size() - missing.size(),
                    declared.size(),
                    thresholds.signalTypes());
            return missing.isEmpty() ? share : with(share, List.of("nowhere: " + String.join(", ", missing)));
        }

        private Check transactions() {
            int enough = tallies.usersWithTransactionsAbove(thresholds.transactionsAbove());
            int fewest = tallies.fewestTransactions();
            return new Check(
                    "transactions",
                    "Transactions of every user",
                    fewest,
                    "at least " + number(fewest),
                    "more than " + number(thresholds.transactionsAbove()),
                    enough == tallies.users() && enough > 0,
                    List.of());
        }

        private Check accounts() {
            Map<AccountType, Integer> accounts = tallies.accounts();
            String figure = accounts.entrySet().stream()
                    .map(entry -> number(entry.getValue()) + " "
                            + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
            return atLeast(
                    "accounts",
                    "Types of accounts",
                    accounts.size(),
                    figure.isEmpty() ? "none" : figure,
                    thresholds.accountTypes(),
                    List.of());
        }

        private Check recommendations() {
            Map<String, Integer> kinds = tallies.recommendationsByKind();
            int contents = tallies.recommendationsByContent().size();
            String figure = contents + " pieces, "
                    + kinds.entrySet().stream()
                            .map(entry -> number(entry.getValue()) + " times " + entry.getKey())
                            .collect(Collectors.joining(", "));
            List<String> notes = new ArrayList<>();
            if (kinds.size() < 2) {
                notes.add("education and offers should both occur");
            }
            return new Check(
                    "recommendations",
                    "Different pieces of advice, of both kinds",
                    contents,
                    kinds.isEmpty() ? "none" : figure,
                    "at least " + thresholds.contents(),
                    contents >= thresholds.contents() && kinds.size() == 2,
                    notes);
        }

        private Check freshness() {
            return share(
                    "freshness",
                    "Users with transactions in the last " + thresholds.freshDays() + " days",
                    tallies.usersWithTransactionsInLastDays(thresholds.freshDays()),
                    tallies.users(),
                    1);
        }

        /** A share of nothing has not reached anything. */
        private static Check share(String name, String title, int part, int whole, double threshold) {
            double share = whole == 0 ? 0 : part / (double) whole;
            return new Check(
                    name,
                    title,
                    share,
                    percent(share) + " (" + number(part) + " of " + number(whole) + ")",
                    threshold == 1 ? "100%" : "at least " + percent(threshold),
                    share >= threshold && whole > 0,
                    List.of());
        }

        private static Check atLeast(
                String name, String title, int value, String figure, int threshold, List<String> notes) {
            return new Check(name, title, value, figure, "at least " + threshold, value >= threshold, notes);
        }

        private static Check with(Check check, List<String> notes) {
            return new Check(
                    check.name(),
                    check.title(),
                    check.value(),
                    check.figure(),
                    check.threshold(),
                    check.passed(),
                    notes);
        }

        private static String number(int count) {
            return String.format(Locale.ROOT, "%,d", count);
        }

        /** What is short of all never reads as 100%. */
        private static String percent(double share) {
            String text = Unit.SHARE.format(share);
            return share < 1 && text.equals("100%") ? "99.9%" : text;
        }
    }
}
