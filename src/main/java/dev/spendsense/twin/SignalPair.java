package dev.spendsense.twin;

import dev.spendsense.findings.Signal;
import java.util.Optional;

/**
 * A behavior as it was measured in two lives.
 *
 * @param type name in the vocabulary
 * @param windowDays length of its window
 * @param original empty where it could not be measured
 * @param twin the same of the other life
 */
public record SignalPair(String type, int windowDays, Optional<Signal> original, Optional<Signal> twin) {

    /** Whether only one of the lives shows the behavior. */
    public boolean detectedInOne() {
        return detected(original) != detected(twin);
    }

    /** Whether the figures are not the same, or only one could be told. */
    boolean differs() {
        return !original.map(Signal::value).equals(twin.map(Signal::value)) || detectedInOne();
    }

    private static boolean detected(Optional<Signal> signal) {
        return signal.map(Signal::detected).orElse(false);
    }
}
