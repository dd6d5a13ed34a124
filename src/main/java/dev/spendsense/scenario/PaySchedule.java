package dev.spendsense.scenario;

/** When wages arrive. */
public enum PaySchedule {
    WEEKLY,
    BIWEEKLY,
    /** The 15th and the last day of the month. */
    SEMIMONTHLY,
    /** The last day of the month. */
    MONTHLY,
    /** Whenever a client pays; see {@link IncomeHabit#gapDays()}. */
    IRREGULAR,
    /** Never: whoever lives so lives on what is there. */
    NONE
}
