package dev.spendsense.findings;

import java.util.Optional;

/**
 * What speaks for a persona, or against it.
 *
 * @param persona name in the vocabulary
 * @param group evidence that tells much the same; a group counts up to its cap only
 * @param logOdds by how much the natural logarithm of the odds moves, to six decimals; negative speaks against
 * @param weight name of the parameter that sets how much it counts
 * @param signal what showed it; empty when it was something else
 * @param note what showed it, in words; empty when it was a signal
 */
public record Evidence(
        String persona, String group, double logOdds, String weight, Optional<Signal> signal, String note) {

    public Evidence {
        logOdds = Math.rint(logOdds * 1e6) / 1e6 + 0.0; // there is no negative zero
    }

    /** What was seen, in words. */
    public String because() {
        return signal.map(Signal::text).orElse(note);
    }
}
