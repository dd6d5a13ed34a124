package dev.spendsense.findings;

/**
 * How likely a persona is, assigned or not.
 *
 * @param persona name in the vocabulary
 * @param logOdds prior and evidence together
 * @param confidence probability that the persona is true at the as-of date, 0 to 1
 * @param candidate whether a criterion of the persona is met
 */
public record Score(String persona, double logOdds, double confidence, boolean candidate) {

    /** Sums of floating point numbers depend on their order in the last digits; six decimals do not. */
    public Score {
        logOdds = Math.rint(logOdds * 1e6) / 1e6 + 0.0; // there is no negative zero
        confidence = Math.rint(confidence * 1e6) / 1e6;
    }
}
