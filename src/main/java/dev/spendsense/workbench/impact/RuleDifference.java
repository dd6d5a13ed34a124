package dev.spendsense.workbench.impact;

import java.util.Locale;

/**
 * A rule that says something else about a user than it did before.
 *
 * @param phase folder of the rule
 * @param rule its name
 * @param kind how it differs
 * @param conclusion what it says, or no longer says
 * @param before log-odds that it gave, 0 when it gave none
 * @param after log-odds that it gives now, 0 when it gives none
 */
public record RuleDifference(String phase, String rule, Kind kind, String conclusion, double before, double after) {

    /** How a rule can differ. */
    public enum Kind {
        /** It says something that it did not say. */
        CONCLUDES("now concludes"),
        /** It no longer says something. */
        IS_SILENT("no longer concludes"),
        /** It says the same with another weight. */
        WEIGHS("weighs otherwise");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** For people: {@code "Cards that are full" weighs otherwise: weight.card_use for high_utilization (+3.50 → +1.20)}. */
    public String inWords() {
        return "\"" + rule + "\" " + kind.words + ": " + conclusion
                + (before == after ? "" : String.format(Locale.ROOT, " (%+.2f → %+.2f)", before, after));
    }
}
