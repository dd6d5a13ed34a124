package dev.spendsense.rules.definitions;

/**
 * Something wrong in a rule folder.
 *
 * @param file path within the folder
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when unknown
 * @param rule name of the rule, empty outside of rules
 * @param problem what is wrong
 * @param remedy what to do about it
 */
public record RuleFault(String file, int line, int column, String rule, String problem, String remedy)
        implements Comparable<RuleFault> {

    @Override
    public int compareTo(RuleFault other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : problem.compareTo(other.problem);
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
