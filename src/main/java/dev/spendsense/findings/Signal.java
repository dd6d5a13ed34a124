package dev.spendsense.findings;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import java.util.List;

/**
 * One measured behavior.
 *
 * @param type name in the vocabulary, for example {@code credit_utilization}
 * @param windowDays length of the window that ends with the as-of date
 * @param measure value, unit, and what it was measured from; always known
 * @param detected whether the value crosses its threshold; only then it counts as a behavior
 * @param comparison which side of the threshold is detected
 * @param threshold name of the parameter
 * @param thresholdValue value of the parameter
 */
public record Signal(
        String type,
        int windowDays,
        Measure measure,
        boolean detected,
        Comparison comparison,
        String threshold,
        double thresholdValue) {

    public double value() {
        return measure.value();
    }

    public Unit unit() {
        return measure.unit();
    }

    public List<Source> sources() {
        return measure.sources();
    }

    /** How far the value is beyond its threshold, in the signal's unit; negative while it is not reached. */
    public double margin() {
        boolean upward = comparison == Comparison.ABOVE || comparison == Comparison.AT_LEAST;
        return upward ? value() - thresholdValue : thresholdValue - value();
    }

    /** One line for people: {@code credit_utilization (180 days) is 68%, >= 50% (card_high)}. */
    public String text() {
        return type + " (" + windowDays + " days) is " + measure.text() + ", "
                + (detected ? "" : "not ") + comparison.symbol() + " "
                + unit().format(thresholdValue) + " (" + threshold + ")";
    }
}
