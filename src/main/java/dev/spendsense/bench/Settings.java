package dev.spendsense.bench;

import java.util.Locale;

/**
 * How much is measured.
 *
 * @param users how many are simulated, judged and written end to end
 * @param foreseenUsers how many there are in the run whose remaining time is foretold
 * @param repetitions how often each thing is measured, at least 1
 * @param warmUpSeconds seconds of processor time that each thing is used for before it is measured
 */
public record Settings(int users, int foreseenUsers, int repetitions, double warmUpSeconds) {

    /** More gain nothing where users are handled one by one on one thread. */
    private static final int ENOUGH = 1_000;

    /** Parquet keeps both users and bare rows in memory. */
    private static final int ENOUGH_FOR_PARQUET = 500;

    /** Two dozen looks at each. */
    private static final int ENOUGH_FOR_LOOKS = 200;

    /** A fifth: long enough for the clock of the processors, which ticks a hundred times a second on some systems. */
    private static final double SAMPLE = 0.2;

    /** A few minutes. */
    public static final Settings USUAL = new Settings(4_000, 10_000, 7, 4);

    /** About half a minute. */
    public static final Settings QUICK = new Settings(600, 1_500, 5, 0.8);

    /** @throws IllegalArgumentException naming what is out of range */
    public Settings {
        require(users >= 1, "users", users);
        require(foreseenUsers >= 1, "users", foreseenUsers);
        require(repetitions >= 1, "repetitions", repetitions);
        if (!(warmUpSeconds >= 0)) {
            throw new IllegalArgumentException("seconds of warming up: expected at least 0, not " + warmUpSeconds);
        }
    }

    private static void require(boolean holds, String what, int value) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": expected at least 1, not " + value);
        }
    }

    /** What is measured and how often. */
    public String inWords() {
        return String.format(
                Locale.ROOT, "%,d users, %d rounds, %s s of warming up each", users, repetitions, warmUpSeconds);
    }

    /** Seconds of processor time of one sample. */
    double sampleSeconds() {
        return SAMPLE * warmUpSeconds;
    }

    int few() {
        return Math.min(users, ENOUGH);
    }

    int fewForParquet() {
        return Math.min(users, ENOUGH_FOR_PARQUET);
    }

    int fewForLooks() {
        return Math.min(users, ENOUGH_FOR_LOOKS);
    }
}
