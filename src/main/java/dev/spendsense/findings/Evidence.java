package dev.spendsense.findings;

/**
 * What speaks for a persona, or against it.
 *
 * @param persona name in the vocabulary
 * @param group evidence that tells much the same; a group counts up to its cap only
 * @param logOdds by how much the natural logarithm of the odds moves; negative speaks against
 * @param because what was seen
 * @param signal type of the signal that showed it, empty when it was something else
 * @param weight name of the parameter that sets how much it counts
 */
public record Evidence(String persona, String group, double logOdds, String because, String signal, String weight) {

    public Evidence {
        logOdds += 0.0; // there is no negative zero
    }
}
