package dev.spendsense.bench;

import java.util.List;

/**
 * One figure, measured several times.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param lowest the lowest
 * @param highest the highest
 * @param samples all of them, in the order in which they were measured
 */
public record Figures(double median, double lowest, double highest, List<Double> samples) {

    /** @throws IllegalArgumentException when there is none */
    static Figures of(List<Double> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = samples.stream().sorted().toList();
        return new Figures(median(sorted), sorted.get(0), sorted.get(sorted.size() - 1), List.copyOf(samples));
    }

    static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Half the way from the lowest to the highest, as a share of the median; 0 for a single figure. */
    public double spread() {
        return median == 0 ? 0 : (highest - lowest) / 2 / Math.abs(median);
    }
}
