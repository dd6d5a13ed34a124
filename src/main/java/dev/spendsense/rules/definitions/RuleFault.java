package dev.spendsense.rules.definitions;

import java.util.Comparator;

/**
 * Something wrong in a rule folder.
 *
 * @param file path within the folder
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when unknown
 * @param rule name of the rule, empty outside of rules
 * @param kind what sort of thing is wrong
 * @param problem what is wrong
 * @param remedy what to do about it
 */
public record RuleFault(String file, int line, int column, String rule, FaultKind kind, String problem, String remedy)
        implements Comparable<RuleFault> {

    private static final Comparator<RuleFault> BY_PLACE = Comparator.comparing(RuleFault::file)
            .thenComparingInt(RuleFault::line)
            .thenComparingInt(RuleFault::column)
            .thenComparing(RuleFault::problem)
            .thenComparing(RuleFault::kind);

    @Override
    public int compareTo(RuleFault other) {
        return BY_PLACE.compare(this, other);
    }

    /** Whether the folder cannot be used because of it. */
    public boolean isError() {
        return kind.severity() == FaultKind.Severity.ERROR;
    }

    /** One line: {@code signals/credit.drl:12: rule "High card": unknown parameter card_hgih; say card_high}. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + (rule.isEmpty() ? "" : ": rule \"" + rule + "\"")
                + ": "
                + problem
                + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
