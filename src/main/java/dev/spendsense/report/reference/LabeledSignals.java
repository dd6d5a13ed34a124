package dev.spendsense.report.reference;

import java.util.List;

/**
 * A customer to learn from.
 *
 * @param signals what was measured at a look
 * @param truths the planted profiles that hold on that day, the one that has held longest first
 */
public record LabeledSignals(SignalVector signals, List<String> truths) {

    public LabeledSignals {
        truths = List.copyOf(truths);
    }
}
