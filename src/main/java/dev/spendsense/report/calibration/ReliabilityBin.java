package dev.spendsense.report.calibration;

import dev.spendsense.report.figures.Estimate;

/**
 * Assignments of much the same confidence.
 *
 * @param from confidence at which the bin begins, included
 * @param to confidence at which it ends, included in the last bin only
 * @param assignments how many
 * @param confidence their mean confidence
 * @param right the share of them that is right
 */
public record ReliabilityBin(double from, double to, int assignments, double confidence, Estimate right) {

    /** How many bins of equal width there are. */
    static final int COUNT = 10;

    /** The number of the bin that a confidence is in, from 0. */
    public static int of(double confidence) {
        return Math.min(COUNT - 1, (int) (confidence * COUNT));
    }
}
