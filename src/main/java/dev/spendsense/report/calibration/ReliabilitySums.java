package dev.spendsense.report.calibration;

import java.util.OptionalDouble;

/**
 * Sums over assignments, bin by bin: enough for the figures of a {@link Calibration} that do not rank assignments. Sums
 * over parts of a population add up, so that it may have any size.
 */
public final class ReliabilitySums {

    private final double[] excess = new double[ReliabilityBin.COUNT];
    private double squares;
    private long assignments;
    private long right;

    /**
     * Adds assignments of one bin that are all right, or all wrong.
     *
     * @param bin its number, see {@link ReliabilityBin#of}
     * @param areRight whether they are right
     * @param count how many
     * @param sum of their confidences
     * @param sumOfSquares of their confidences
     */
    public void add(int bin, boolean areRight, long count, double sum, double sumOfSquares) {
        excess[bin] += sum - (areRight ? count : 0);
        squares += areRight ? count - 2 * sum + sumOfSquares : sumOfSquares;
        assignments += count;
        right += areRight ? count : 0;
    }

    /** Share of the assignments that is right; empty without assignments, like all that follow. */
    public OptionalDouble right() {
        return over(right);
    }

    /** Expected calibration error. */
    public OptionalDouble error() {
        double sum = 0;
        for (double one : excess) {
            sum += Math.abs(one);
        }
        return over(sum);
    }

    /** Brier score. */
    public OptionalDouble brier() {
        return over(squares);
    }

    private OptionalDouble over(double sum) {
        return assignments == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / assignments);
    }
}
