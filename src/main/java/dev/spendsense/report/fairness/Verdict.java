package dev.spendsense.report.fairness;

/** What the four-fifths rule says of a group. */
public enum Verdict {
    PASSED,
    FAILED,
    /** The group is smaller than what can be judged. */
    TOO_SMALL
}
