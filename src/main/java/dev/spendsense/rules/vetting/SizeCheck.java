package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.util.List;
import java.util.Locale;

/**
 * How large the texts of rules may be. The limits are far above what people write, and far below what it takes to keep a
 * compiler busy: its work grows with the square of some of these, and its stack with the depth of others.
 */
final class SizeCheck {

    private static final int LONGEST_FILE = 200_000;
    private static final int LONGEST_FOLDER = 2_000_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_RULES = 1_000;
    private static final int MOST_WORDS = 1_000;
    private static final int MOST_INSERTIONS = 20;
    private static final int DEEPEST = 20;
    private static final int MOST_SIGNS = 3;

    private final List<RuleFault> faults;
    private long characters;
    private int rules;

    SizeCheck(List<RuleFault> faults) {
        this.faults = faults;
    }

    /** Whether a file is small enough to be read at all. */
    boolean isReadable(String path, String text) {
        characters += text.length();
        if (text.length() > LONGEST_FILE || characters > LONGEST_FOLDER) {
            boolean file = text.length() > LONGEST_FILE;
            String problem = (file ? "the file has" : "the files up to this one have")
                    + String.format(Locale.ROOT, " more than %,d characters", file ? LONGEST_FILE : LONGEST_FOLDER);
            report(path, 0, 0, "", FaultKind.TOO_LARGE, problem, "split it, or leave out what nobody needs");
            return false;
        }
        int line = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i - start > LONGEST_LINE) {
                String problem = String.format(Locale.ROOT, "the line has more than %,d characters", LONGEST_LINE);
                report(path, line, LONGEST_LINE + 1, "", FaultKind.TOO_LARGE, problem, "write it on several lines");
                return false;
            }
            if (i < text.length() && text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return true;
    }

    /** Counts the rules of a file towards those of the folder. */
    void count(String path, List<DrlRule> more) {
        boolean fitted = rules <= MOST_RULES;
        rules += more.size();
        if (fitted && rules > MOST_RULES) {
            String problem = String.format(Locale.ROOT, "with this file there are more than %,d rules", MOST_RULES);
            report(path, 0, 0, "", FaultKind.TOO_LARGE, problem, "leave out rules that nobody needs");
        }
    }

    /** Whether a rule is small enough to be looked at closely. */
    boolean check(String path, DrlRule rule) {
        return checkPart(path, rule, rule.conditions()) && checkPart(path, rule, rule.consequence());
    }

    private boolean checkPart(String path, DrlRule rule, List<DrlToken> part) {
        int depth = 0;
        int signs = 0;
        int insertions = 0;
        for (int i = 0; i < part.size(); i++) {
            DrlToken token = part.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean sign = token.is("!") || token.is("-") || token.is("+");
            boolean before = token.is("not") || token.is("exists");
            signs = sign || before ? signs + 1 : 0;
            insertions += token.is("insert") ? 1 : 0;
            FaultKind kind = FaultKind.TOO_LARGE;
            String problem = "";
            if (i == MOST_WORDS) {
                problem = String.format(
                        Locale.ROOT, "this part of the rule has more than %,d words and signs", MOST_WORDS);
            } else if (insertions > MOST_INSERTIONS) {
                problem = "the rule concludes more than " + MOST_INSERTIONS + " things";
            } else if (depth > DEEPEST) {
                kind = FaultKind.TOO_NESTED;
                problem = "more than " + DEEPEST + " brackets are open here";
            } else if (signs > MOST_SIGNS) {
                kind = FaultKind.TOO_NESTED;
                problem = "more than " + MOST_SIGNS + " signs in a row";
            }
            if (!problem.isEmpty()) {
                report(path, token.line(), token.column(), rule.name(), kind, problem, "make several rules of it");
                return false;
            }
        }
        return true;
    }

    private void report(String path, int line, int column, String rule, FaultKind kind, String problem, String remedy) {
        faults.add(new RuleFault(path, line, column, rule, kind, problem, remedy));
    }
}
