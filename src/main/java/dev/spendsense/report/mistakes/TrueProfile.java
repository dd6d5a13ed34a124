package dev.spendsense.report.mistakes;

import java.util.List;
import java.util.Optional;

/**
 * What was true when something else was assigned.
 *
 * @param profile name
 * @param intensity how pronounced it is, 0 to 1
 * @param assigned whether it was assigned as well, whatever its rank
 * @param confidence its score, 0 to 1; empty when evidence is not weighed for it, like all below
 * @param candidate whether a criterion of the persona was met
 * @param missing the evidence that fell furthest behind what is usual, the worst first
 */
public record TrueProfile(
        String profile,
        double intensity,
        boolean assigned,
        Optional<Double> confidence,
        Optional<Boolean> candidate,
        List<Shortfall> missing) {

    public TrueProfile {
        missing = List.copyOf(missing);
    }
}
