package dev.spendsense.report.mistakes;

import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Signal;
import java.util.Optional;

/**
 * A piece of evidence, as a reader of a report wants it.
 *
 * @param group evidence that tells much the same
 * @param because what was seen, in words
 * @param logOdds how much it moved the log-odds; positive speaks for the persona
 * @param weight name of the parameter that sets how much it counts
 * @param signal type of the signal; empty when it was something else, like all below
 * @param windowDays length of the signal's window
 * @param value of the signal, in its unit
 * @param thresholdName name of the parameter that the signal is held against
 * @param threshold its value, in the same unit
 */
public record Clue(
        String group,
        String because,
        double logOdds,
        String weight,
        Optional<String> signal,
        Optional<Integer> windowDays,
        Optional<Double> value,
        Optional<String> thresholdName,
        Optional<Double> threshold) {

    static Clue of(Evidence evidence) {
        Optional<Signal> signal = evidence.signal();
        return new Clue(
                evidence.group(),
                evidence.because(),
                evidence.logOdds(),
                evidence.weight(),
                signal.map(Signal::type),
                signal.map(Signal::windowDays),
                signal.map(Signal::value),
                signal.map(Signal::threshold),
                signal.map(Signal::thresholdValue));
    }
}
