package dev.spendsense.queue;

import dev.spendsense.run.Progress;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a run has come.
 *
 * @param stage what it is doing
 * @param users how many users are written
 * @param totalUsers how many there will be
 * @param transactions how many transactions are written
 * @param elapsed time since the first life began
 * @param timeLeft time until the last user is written if the rest goes as it went lately; zero before there is anything to
 *     go by, and afterwards
 */
public record RunProgress(
        Stage stage, int users, int totalUsers, long transactions, Duration elapsed, Duration timeLeft) {

    /** What a run is doing. */
    public enum Stage {
        /** The scenario is read and the rules are taken up. */
        PREPARING,
        /** Users are simulated, judged and written, many at once. */
        SIMULATING,
        /** Indexes and the run's own record are written. */
        INDEXING,
        /** The file is being made safe on the disk and given its name. */
        SAVING;

        /** As it is stored and shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stage of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static RunProgress preparing(int totalUsers) {
        return new RunProgress(Stage.PREPARING, 0, totalUsers, 0, Duration.ZERO, Duration.ZERO);
    }

    static RunProgress of(Progress.State state) {
        Stage stage = switch (state.stage()) {
            case LIVES -> Stage.SIMULATING;
            case INDEXES -> Stage.INDEXING;
            case SYNC, DONE -> Stage.SAVING;
        };
        return new RunProgress(
                stage, state.users(), state.totalUsers(), state.transactions(), state.elapsed(), state.timeLeft());
    }

    /** Transactions a second since the run began. */
    public double rate() {
        return new Progress.State(Progress.Stage.LIVES, users, totalUsers, transactions, elapsed, timeLeft).rate();
    }
}
