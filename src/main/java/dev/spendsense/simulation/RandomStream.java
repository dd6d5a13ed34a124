package dev.spendsense.simulation;

import dev.spendsense.scenario.Range;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers that can be set to any day without drawing for the days before.
 *
 * <p>The state is a counter that a finalizer scrambles (SplitMix64: Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014). Only {@link #nextLong()} and the draws defined here are used, because the
 * default methods of {@link RandomGenerator} may change between JDKs.
 */
class RandomStream implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private final long key;
    private long state;

    RandomStream(long key) {
        this.key = key;
        this.state = mix(key);
    }

    /** Sets the stream to the first draw of a day, counted from the start of the period. */
    RandomStream on(int day) {
        state = mix(key + (day + 1) * GOLDEN_GAMMA);
        return this;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** Uniform over the range. */
    double within(Range range) {
        return range.at(nextDouble());
    }

    /** A whole number from low to high of the range, both included. */
    int wholeWithin(Range range) {
        int low = (int) range.low();
        return low + below((int) range.high() - low + 1);
    }

    /** A whole number from 0 to bound - 1. */
    int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** True with the given probability. */
    boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** A Poisson count by inversion; meant for means below about 30. */
    int count(double mean) {
        double left = nextDouble();
        double probability = StrictMath.exp(-mean);
        int count = 0;
        while (left >= probability && count < 200) {
            left -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** Scrambles all 64 bits (the finalizer of MurmurHash3 with David Stafford's constants, variant 13). */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A 64-bit hash of a name. */
    static long hash(String name) {
        long hash = name.length();
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + name.charAt(i) * GOLDEN_GAMMA);
        }
        return hash;
    }
}
