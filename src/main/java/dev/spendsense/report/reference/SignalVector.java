package dev.spendsense.report.reference;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules measured of one customer at one look, and nothing else that they or anybody knows of the customer.
 *
 * @param values by signal and window, for example {@code credit_utilization 180}; a signal of unknown value is missing
 */
public record SignalVector(SortedMap<String, Double> values) {

    public SignalVector {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static SignalVector of(Findings findings) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (Signal signal : findings.signals()) {
            values.put(signal.type() + " " + signal.windowDays(), signal.value());
        }
        return new SignalVector(values);
    }
}
