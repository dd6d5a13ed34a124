package dev.spendsense.rules.facts;

/**
 * What a group of evidence says about a persona in all, after its cap.
 *
 * @param persona name in the vocabulary
 * @param group name of the group
 * @param logOdds capped sum
 */
public record GroupTotal(String persona, String group, double logOdds) {

    /** Sums of floating point numbers depend on their order in the last digits; six decimals do not. */
    public GroupTotal {
        logOdds = Math.rint(logOdds * 1e6) / 1e6;
    }
}
