package dev.spendsense.bank.measure;

import java.util.Arrays;

/** Order statistics of small samples. Each call leaves its argument as it was, unless it says otherwise. */
final class Sorted {

    private Sorted() {}

    /** The middle value, or the mean of the two middle ones. */
    static double median(long[] sample) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /** Where the smallest value stands that at least the given percentage of a sample does not exceed (nearest rank). */
    static int rank(int size, double percent) {
        return Math.max(0, Math.min(size - 1, (int) Math.ceil(percent / 100 * size) - 1));
    }

    /**
     * The value that would stand at an index if the sample were sorted, found by Hoare's partitioning (Quickselect, 1961)
     * in time proportional to the sample's size. Moves values about in the sample.
     */
    static long select(long[] sample, int index) {
        int low = 0;
        int high = sample.length - 1;
        while (low < high) {
            long pivot = sample[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (sample[i] < pivot) {
                    i++;
                }
                while (sample[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long value = sample[i];
                    sample[i++] = sample[j];
                    sample[j--] = value;
                }
            }
            if (index <= j) {
                high = j;
            } else if (index >= i) {
                low = i;
            } else {
                return sample[index];
            }
        }
        return sample[index];
    }

    /** Standard deviation over mean. */
    static double variation(long[] sample) {
        return deviation(sample) / Math.abs(mean(sample));
    }

    /** Standard deviation of a sample (n - 1). */
    static double deviation(long[] sample) {
        double mean = mean(sample);
        double squares = 0;
        for (long value : sample) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sample.length - 1));
    }

    private static double mean(long[] sample) {
        long sum = 0;
        for (long value : sample) {
            sum += value;
        }
        return sum / (double) sample.length;
    }
}
