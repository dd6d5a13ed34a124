package dev.spendsense.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What figures are drawn along.
 *
 * @param low figure at the one end
 * @param high figure at the other end
 * @param step distance between two marks
 */
public record Axis(double low, double high, double step) {

    private static final int MARKS = 5;
    private static final double NEARLY = 1e-9;

    /** Shares, from the round tenth below the lowest of them to 1. */
    public static Axis ofShares(DoubleStream shares) {
        double lowest = shares.min().orElse(0);
        double low = Math.max(0, Math.min(0.9, Math.floor(lowest * 10 + NEARLY) / 10));
        return new Axis(low, 1, low >= 0.8 ? 0.05 : low >= 0.5 ? 0.1 : low >= 0.3 ? 0.2 : 0.25);
    }

    /** From figure to figure as they are, with a few round marks in between. */
    public static Axis between(double low, double high) {
        return new Axis(low, high, fromZero(DoubleStream.of(high - low)).step);
    }

    /** From 0 to a round number above all figures. */
    public static Axis fromZero(DoubleStream figures) {
        double highest = Math.max(figures.max().orElse(1), NEARLY);
        double step = Math.pow(10, Math.floor(Math.log10(highest)));
        while (highest / step > MARKS) {
            step *= 2;
        }
        while (highest / step < MARKS / 2.0) {
            step /= 2;
        }
        return new Axis(0, step * Math.ceil(highest / step - NEARLY), step);
    }

    /** Where a figure stands, 0 to 1 from end to end; figures beyond an end stand at it. */
    double place(double figure) {
        return Math.max(0, Math.min(1, (figure - low) / (high - low)));
    }

    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = (int) Math.ceil(low / step - NEARLY); i * step <= high + NEARLY; i++) {
            marks.add(i * step);
        }
        return marks;
    }
}
