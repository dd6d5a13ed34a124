package dev.spendsense.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether two heaps of samples differ by more than chance (Mann and Whitney, "On a test of whether one of two random
 * variables is stochastically larger than the other", 1947), exactly: by every way to deal the same samples to the heaps.
 *
 * @param chance share of the ways in which the ranks on a heap add up to something as far from the middle as they do
 * @param lowestChance the same if all samples on one heap were above all of the other
 */
record RankTest(double chance, double lowestChance) {

    static RankTest of(List<Double> one, List<Double> other) {
        List<Double> all = Stream.concat(one.stream(), other.stream()).toList();
        int[] ranks = all.stream().mapToInt(sample -> doubledRank(sample, all)).toArray();
        int[] extreme = new int[ranks.length];
        for (int i = 0; i < extreme.length; i++) {
            extreme[i] = 2 * (i + 1);
        }
        return new RankTest(chance(ranks, one.size()), chance(extreme, one.size()));
    }

    /** Twice the rank, from 1 on, so that equal samples can share the mean of theirs. */
    private static int doubledRank(double sample, List<Double> all) {
        int below = 0;
        int equal = 0;
        for (double each : all) {
            below += each < sample ? 1 : 0;
            equal += each == sample ? 1 : 0;
        }
        return 2 * below + equal + 1;
    }

    /** @param size how many of the ranks, the first ones, are on the first heap */
    private static double chance(int[] ranks, int size) {
        int total = 0;
        int found = 0;
        for (int i = 0; i < ranks.length; i++) {
            total += ranks[i];
            found += i < size ? ranks[i] : 0;
        }
        double middle = (double) total * size / ranks.length;
        double[] ways = ways(ranks, size, total);
        double all = 0;
        double asFar = 0;
        for (int sum = 0; sum <= total; sum++) {
            all += ways[sum];
            asFar += Math.abs(sum - middle) >= Math.abs(found - middle) ? ways[sum] : 0;
        }
        return asFar / all;
    }

    /** In how many ways so many of the ranks add up to each sum. */
    private static double[] ways(int[] ranks, int size, int total) {
        double[][] ways = new double[size + 1][total + 1];
        ways[0][0] = 1;
        for (int rank : ranks) {
            for (int taken = size; taken >= 1; taken--) {
                for (int sum = total; sum >= rank; sum--) {
                    ways[taken][sum] += ways[taken - 1][sum - rank];
                }
            }
        }
        return ways[size];
    }
}
