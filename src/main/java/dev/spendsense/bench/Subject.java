package dev.spendsense.bench;

import java.util.Optional;

/**
 * What is measured, in words.
 *
 * @param name what it is called on the command line and in files
 * @param what what is done and how it is timed
 * @param unit what a figure counts
 * @param moreIsBetter whether a higher figure is a faster one
 * @param limit what the bare loop does that it is held against; empty when there is none
 */
public record Subject(String name, String what, String unit, boolean moreIsBetter, Optional<String> limit) {

    /** The first is so many times as fast as the second. */
    double timesAsFast(double one, double other) {
        return moreIsBetter ? one / other : other / one;
    }
}
