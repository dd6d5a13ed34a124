package dev.spendsense.run;

import java.time.Duration;

/** Is told how far a run has come, a few times a second, on the thread that asked for the run. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = state -> {};

    void report(State state);

    /** What a run is doing. */
    enum Stage {
        /** Users are simulated and written. */
        LIVES,
        /** Indexes and the run's own record are written. */
        INDEXES,
        /** The file is being made safe on the disk. */
        SYNC,
        /** The dataset has its name. */
        DONE
    }

    /**
     * How far the run has come.
     *
     * @param stage what it is doing
     * @param users how many users are written
     * @param totalUsers how many there will be
     * @param transactions how many transactions are written
     * @param elapsed time since the run began
     * @param timeLeft time until the last user is written if the rest goes as it went lately; zero before there is anything
     *     to go by, and afterwards
     */
    record State(Stage stage, int users, int totalUsers, long transactions, Duration elapsed, Duration timeLeft) {

        /** Transactions a second since the run began. */
        public double rate() {
            return transactions / Math.max(1e-9, elapsed.toNanos() / 1e9);
        }
    }
}
