package dev.spendsense.report.calibration;

import dev.spendsense.report.figures.Bootstrap;
import dev.spendsense.report.figures.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * How far confidence can be believed. Intervals are those of the {@link Bootstrap} over users; the intervals of the curve
 * take one assignment for one observation, which is too narrow where there are many looks.
 *
 * @param assignments how many were made
 * @param right the share of them that is right; empty without assignments
 * @param error expected calibration error: the distance between mean confidence and the share that is right, averaged
 *     over the assignments of ten bins of equal width (M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining well
 *     calibrated probabilities using Bayesian binning", AAAI 2015)
 * @param brier mean squared distance between confidence and truth, 1 or 0 (G. W. Brier, "Verification of forecasts
 *     expressed in terms of probability", Monthly Weather Review 78, 1950)
 * @param brierSkill 1 − brier over that of somebody who always says the share that is right; above 0 is better than that;
 *     empty when all are right or all wrong
 * @param auroc probability that a right assignment has a higher confidence than a wrong one, ties counting half (J. A.
 *     Hanley and B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic curve",
 *     Radiology 143, 1982); empty when all are right or all wrong
 * @param curve bins with something in them
 */
public record Calibration(
        int assignments,
        Optional<Estimate> right,
        Optional<Estimate> error,
        Optional<Estimate> brier,
        Optional<Estimate> brierSkill,
        Optional<Estimate> auroc,
        List<ReliabilityBin> curve) {

    public Calibration {
        curve = List.copyOf(curve);
    }

    /**
     * @param customers how many customers the claims are about
     */
    static Calibration of(Claims claims, int customers) {
        List<Optional<Estimate>> figures = Bootstrap.intervals(customers, claims::figures);
        return new Calibration(
                claims.size(),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                figures.get(4),
                claims.curve());
    }
}
