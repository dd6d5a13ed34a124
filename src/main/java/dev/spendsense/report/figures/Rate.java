package dev.spendsense.report.figures;

import java.util.Optional;

/**
 * How many of some cases were a hit.
 *
 * @param hits cases that were
 * @param cases all cases
 * @param share hits over cases, 0 to 1; empty without cases
 */
public record Rate(int hits, int cases, Optional<Estimate> share) {

    /** Of cases that have nothing to do with each other. */
    public static Rate of(int hits, int cases) {
        return new Rate(
                hits,
                cases,
                cases == 0 ? Optional.empty() : Optional.of(Wilson.interval(hits / (double) cases, cases)));
    }
}
