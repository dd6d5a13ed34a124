package dev.spendsense.rules.facts;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.definitions.Definitions;

/**
 * A measure on its way to become a signal. Each comparison gives a {@link Reading}, or {@link Unmeasured} when the value
 * is unknown; insert what it gives.
 */
public final class Measurement {

    private final Definitions definitions;
    private final String type;
    private final int windowDays;
    private final Measure measure;

    Measurement(Definitions definitions, String type, int windowDays, Measure measure) {
        this.definitions = definitions;
        this.type = type;
        this.windowDays = windowDays;
        this.measure = measure;
    }

    /** Detected when the value is greater than the parameter. */
    public Object above(String parameter) {
        return compare(Comparison.ABOVE, parameter);
    }

    /** Detected when the value reaches the parameter. */
    public Object atLeast(String parameter) {
        return compare(Comparison.AT_LEAST, parameter);
    }

    /** Detected when the value is smaller than the parameter. */
    public Object below(String parameter) {
        return compare(Comparison.BELOW, parameter);
    }

    /** Detected when the value is not greater than the parameter. */
    public Object atMost(String parameter) {
        return compare(Comparison.AT_MOST, parameter);
    }

    private Object compare(Comparison comparison, String parameter) {
        if (!measure.known()) {
            return new Unmeasured(type, windowDays);
        }
        double threshold = definitions.parameters().value(parameter);
        boolean detected = comparison.holds(measure.value(), threshold);
        return new Reading(
                definitions, new Signal(type, windowDays, measure, detected, comparison, parameter, threshold));
    }
}
