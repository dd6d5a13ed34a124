package dev.spendsense.report;

import dev.spendsense.report.Recount.Unfit;
import java.util.function.ToDoubleFunction;

/**
 * Reads formulas such as {@code (total - interest) / received total}: terms, one operator at a time, brackets around
 * what has operators of its own.
 */
final class FormulaReader {

    private final String formula;
    private int at;

    FormulaReader(String formula) {
        this.formula = formula;
    }

    /** Works the formula out, asking for the value of each term from left to right. */
    double read(ToDoubleFunction<String> terms) {
        double value = combination(terms);
        if (at < formula.length()) {
            throw new Unfit("more than one operator: " + formula);
        }
        return value;
    }

    private double combination(ToDoubleFunction<String> terms) {
        double left = operand(terms);
        if (at + 3 > formula.length() || formula.charAt(at) != ' ') {
            return left;
        }
        char operator = formula.charAt(at + 1);
        at += 3;
        double right = operand(terms);
        double value = switch (operator) {
            case '/' -> right > 0 ? left / right : Double.NaN;
            case '-' -> left - right;
            default -> left + right;
        };
        return Math.rint(value * 1e6) / 1e6;
    }

    private double operand(ToDoubleFunction<String> terms) {
        if (formula.startsWith("(", at)) {
            at++;
            double value = combination(terms);
            if (!formula.startsWith(")", at)) {
                throw new Unfit("an open bracket: " + formula);
            }
            at++;
            return value;
        }
        int end = formula.length();
        for (String stop : new String[] {" / ", " - ", " + ", ")"}) {
            int found = formula.indexOf(stop, at);
            end = found >= 0 && found < end ? found : end;
        }
        String term = formula.substring(at, end);
        at = end;
        return terms.applyAsDouble(term);
    }
}
