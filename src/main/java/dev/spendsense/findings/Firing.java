package dev.spendsense.findings;

import java.util.List;

/**
 * A rule that fired and inserted something.
 *
 * @param phase folder of the rule
 * @param rule name of the rule
 * @param outcome what it inserted, in words
 * @param conclusions what it says by that, in a few words that are the same whenever the same is said; empty when it
 *     says nothing, as a signal does that is not detected
 */
public record Firing(String phase, String rule, String outcome, List<String> conclusions) {

    public Firing {
        conclusions = List.copyOf(conclusions);
    }
}
