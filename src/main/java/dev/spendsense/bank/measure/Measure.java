package dev.spendsense.bank.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * One measured value. An unknown value is smaller, greater and equal to nothing: every comparison with it is false, so
 * that a customer without income never looks like one who spends nothing of it.
 *
 * @param formula what was computed from the sources, for example {@code total} or {@code (total - interest) / total};
 *     with the sources and the formula anybody can compute the value again, so it names every number that went into it
 * @param value the figure, rounded to six decimals; NaN when unknown
 * @param unit what it counts
 * @param observations how many transactions, statements, gaps or days stand behind it
 * @param sources where it was measured
 */
public record Measure(String formula, double value, Unit unit, int observations, List<Source> sources) {

    /** What stands between the terms of a formula. */
    private static final List<String> OPERATORS = List.of(" / ", " - ", " + ", " min ", " max ");

    /** Far beyond what anybody reads; a measure that is put together from itself doubles with each step. */
    private static final int LONGEST_FORMULA = 10_000;

    private static final int MOST_SOURCES = 1_000;

    public Measure {
        if (formula.length() > LONGEST_FORMULA || sources.size() > MOST_SOURCES) {
            throw new IllegalArgumentException("a measure is put together from too many others");
        }
        value = Math.rint(value * 1e6) / 1e6 + 0.0; // there is no negative zero
        sources = List.copyOf(sources);
    }

    /** A value that cannot be told from what the bank has seen. */
    public static Measure unknown(String formula, Unit unit) {
        return new Measure(formula, Double.NaN, unit, 0, List.of());
    }

    public boolean known() {
        return !Double.isNaN(value);
    }

    public boolean above(double limit) {
        return value > limit;
    }

    public boolean atLeast(double limit) {
        return value >= limit;
    }

    public boolean below(double limit) {
        return value < limit;
    }

    public boolean atMost(double limit) {
        return value <= limit;
    }

    /** This value as a share of another; unknown unless the other is positive. */
    public Measure over(Measure whole) {
        return combine(whole, whole.value > 0 ? value / whole.value : Double.NaN, Unit.SHARE, " / ");
    }

    /** How many months this amount would last at a monthly amount; unknown unless that is positive. */
    public Measure inMonthsOf(Measure monthly) {
        return combine(monthly, monthly.value > 0 ? value / monthly.value : Double.NaN, Unit.MONTHS, " / ");
    }

    /** This value less another of the same unit. */
    public Measure minus(Measure other) {
        return combine(other, value - other.value, unit, " - ");
    }

    /** This value and another of the same unit together. */
    public Measure plus(Measure other) {
        return combine(other, value + other.value, unit, " + ");
    }

    /** The smaller one of this value and another of the same unit; unknown when either is. */
    public Measure lesser(Measure other) {
        return combine(other, Math.min(value, other.value), unit, " min ");
    }

    /** The larger one of this value and another of the same unit; unknown when either is. */
    public Measure greater(Measure other) {
        return combine(other, Math.max(value, other.value), unit, " max ");
    }

    /** How many observations stand behind this value, as a value of its own. */
    public Measure observed() {
        return new Measure("observations of " + formula, observations, Unit.COUNT, observations, sources);
    }

    /** The value as it stands in a sentence. */
    public String text() {
        return known() ? unit.format(value) : "unknown";
    }

    private Measure combine(Measure other, double result, Unit resultUnit, String operator) {
        List<Source> both = new ArrayList<>(sources);
        both.addAll(other.sources);
        int weakest = Math.min(observations, other.observations);
        return new Measure(term(formula) + operator + term(other.formula), result, resultUnit, weakest, both);
    }

    /** A number in a formula, without decimals that say nothing. */
    static String number(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }

    /** A formula of several terms, in brackets. */
    private static String term(String formula) {
        for (String operator : OPERATORS) {
            if (formula.contains(operator)) {
                return "(" + formula + ")";
            }
        }
        return formula;
    }
}
