package dev.spendsense.report.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The percentile interval of figures that have no formula for one: they are worked out anew for populations of which each
 * is drawn, with replacement, from the customers at hand (B. Efron and R. J. Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 13). The draws are the same every time.
 */
public final class Bootstrap {

    private static final int POPULATIONS = 400;
    private static final long SEED = 0x5350454E44L;

    private Bootstrap() {}

    /**
     * @param customers how many there are
     * @param figures several figures, always in the same order, when customers count as often as they were drawn; NaN
     *     when a figure has no value then
     * @return the figures of the customers at hand; empty where they have no value
     */
    public static List<Optional<Estimate>> intervals(int customers, Function<int[], double[]> figures) {
        int[] once = new int[customers];
        Arrays.fill(once, 1);
        double[] values = figures.apply(once);
        double[][] drawn = new double[values.length][POPULATIONS];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int population = 0; customers > 0 && population < POPULATIONS; population++) {
            int[] times = new int[customers];
            for (int draw = 0; draw < customers; draw++) {
                times[(int) Math.floorMod(random.nextLong(), (long) customers)]++;
            }
            double[] ofPopulation = figures.apply(times);
            for (int i = 0; i < values.length; i++) {
                drawn[i][population] = ofPopulation[i];
            }
        }
        List<Optional<Estimate>> intervals = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            intervals.add(Double.isNaN(values[i]) ? Optional.empty() : Optional.of(interval(values[i], drawn[i])));
        }
        return intervals;
    }

    private static Estimate interval(double value, double[] drawn) {
        double[] known = Arrays.stream(drawn)
                .filter(figure -> !Double.isNaN(figure))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new Estimate(value, value, value);
        }
        double low = known[(int) Math.floor(0.025 * (known.length - 1))];
        double high = known[(int) Math.ceil(0.975 * (known.length - 1))];
        return new Estimate(value, Math.min(low, value), Math.max(high, value));
    }
}
