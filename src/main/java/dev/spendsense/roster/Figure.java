package dev.spendsense.roster;

import java.util.Locale;

/** What users are filtered by that is a number, from one to another. */
public enum Figure {
    /** Of the first persona, 0 to 1; unknown where an operator said another persona than the rules. */
    CONFIDENCE,
    /** Completed years. */
    AGE,
    /** Gross, cents a year. */
    ANNUAL_INCOME_CENTS,
    /** How many types of signals are detected; unknown where no rules have judged. */
    BEHAVIORS,
    /** How many pieces of advice there are; unknown where no rules have judged. */
    RECOMMENDATIONS;

    /** As parameters and answers call it. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
