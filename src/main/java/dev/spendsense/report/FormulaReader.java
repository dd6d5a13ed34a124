package dev.spendsense.report;

import dev.spendsense.report.Recount.Unfit;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Reads formulas such as {@code (total - interest) / received total}: terms, one operator at a time, brackets around
 * what has operators of its own.
 */
final class FormulaReader {

    private static final Map<String, DoubleBinaryOperator> OPERATORS = Map.of(
            " / ", (left, right) -> right > 0 ? left / right : Double.NaN,
            " - ", (left, right) -> left - right,
            " + ", Double::sum,
            " min ", Math::min,
            " max ", Math::max);

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
        for (Map.Entry<String, DoubleBinaryOperator> operator : OPERATORS.entrySet()) {
            if (formula.startsWith(operator.getKey(), at)) {
                at += operator.getKey().length();
                return Math.rint(operator.getValue().applyAsDouble(left, operand(terms)) * 1e6) / 1e6;
            }
        }
        return left;
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
        for (String stop : OPERATORS.keySet()) {
            end = Math.min(end, next(stop));
        }
        end = Math.min(end, next(")"));
        String term = formula.substring(at, end);
        at = end;
        return terms.applyAsDouble(term);
    }

    /** Where a text stands next; the end of the formula when it stands nowhere. */
    private int next(String text) {
        int found = formula.indexOf(text, at);
        return found < 0 ? formula.length() : found;
    }
}
