package dev.spendsense.report.reference;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * Signals as the library takes them: the value of every signal that is known, a mark for every one that is missing, and
 * the share of those missing. Which signals there are is learned from examples.
 */
final class Features {

    static final String VALUE = " value";
    private static final String MISSING = " missing";
    private static final String SHARE_MISSING = "share missing";

    private final SortedSet<String> signals;
    private final Set<String> varying;

    private Features(SortedSet<String> signals, Set<String> varying) {
        this.signals = signals;
        this.varying = varying;
    }

    /** The features of all signals that examples have. One that is always the same when it is known has no value. */
    static Features of(Collection<LabeledSignals> examples) {
        SortedMap<String, Set<Double>> values = new TreeMap<>();
        examples.forEach(example -> example.signals()
                .values()
                .forEach((name, value) ->
                        values.computeIfAbsent(name, signal -> new HashSet<>()).add(value)));
        SortedSet<String> signals = new TreeSet<>(values.keySet());
        values.values().removeIf(different -> different.size() == 1);
        return new Features(signals, values.keySet());
    }

    /** @param weight how much the library makes of the example; 1 when it is only asked about */
    Example<Label> example(SignalVector vector, Label label, float weight) {
        ArrayExample<Label> example = new ArrayExample<>(label, weight);
        int missing = 0;
        for (String signal : signals) {
            Double value = vector.values().get(signal);
            if (value == null) {
                example.add(signal + MISSING, 1);
                missing++;
            } else if (varying.contains(signal)) {
                example.add(signal + VALUE, value);
            }
        }
        example.add(SHARE_MISSING, missing / (double) Math.max(1, signals.size()));
        return example;
    }

    int signals() {
        return signals.size();
    }
}
