package dev.spendsense.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far apart the medians of two heaps of samples are when the samples are dealt to the heaps in every possible way: what
 * noise alone does.
 *
 * @param threshold the distance, as a share of the median of all, that is exceeded in 5 of 100 ways
 * @param exceeded whether the distance that was found is above it
 * @param tooFew whether there are so few ways that no distance can be
 */
record Randomization(double threshold, boolean exceeded, boolean tooFew) {

    private static final double LEVEL = 0.05;

    /** Two heaps of ten can be dealt in 184,756 ways; more samples are cut to the first ten. */
    private static final int MOST = 10;

    static Randomization of(List<Double> one, List<Double> other) {
        List<Double> first = one.subList(0, Math.min(MOST, one.size()));
        List<Double> second = other.subList(0, Math.min(MOST, other.size()));
        double[] all = new double[first.size() + second.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < first.size() ? first.get(i) : second.get(i - first.size());
        }
        double middle = Math.abs(median(Arrays.stream(all).boxed().toList()));
        double found = Math.abs(median(first) - median(second));
        double[] distances = distances(all, first.size());
        Arrays.sort(distances);
        int beyond = (int) Math.floor(distances.length * LEVEL);
        double threshold = distances[distances.length - 1 - beyond];
        return new Randomization(threshold / middle, found > threshold, beyond < 2);
    }

    /** Every way to put so many of the samples on the first heap. */
    private static double[] distances(double[] all, int size) {
        List<Double> distances = new ArrayList<>();
        for (int set = 0; set < 1 << all.length; set++) {
            if (Integer.bitCount(set) == size) {
                distances.add(distance(all, set, size));
            }
        }
        return distances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double distance(double[] all, int set, int size) {
        double[] first = new double[size];
        double[] second = new double[all.length - size];
        int put = 0;
        for (int i = 0; i < all.length; i++) {
            if ((set >> i & 1) == 1) {
                first[put++] = all[i];
            } else {
                second[i - put] = all[i];
            }
        }
        Arrays.sort(first);
        Arrays.sort(second);
        return Math.abs(median(first) - median(second));
    }

    private static double median(List<Double> values) {
        return Figures.median(values.stream().sorted().toList());
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
