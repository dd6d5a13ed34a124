package dev.spendsense.cli;

import dev.spendsense.run.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run has come, once it has taken long enough for anybody to ask. */
interface ProgressDisplay extends Progress, AutoCloseable {

    @Override
    void close();

    /** A bar on a terminal, a line now and then elsewhere. */
    static ProgressDisplay on(PrintWriter err) {
        // The launcher knows whether standard error is a terminal; the JVM cannot tell.
        return Boolean.getBoolean("spendsense.terminal") ? new ProgressOnTerminal() : new ProgressInLines(err);
    }

    /** Transactions a second, in words. */
    static String rate(Progress.State state) {
        return String.format(Locale.ROOT, "%.2f million transactions a second", state.rate() / 1e6);
    }

    /** A line every few seconds. */
    final class ProgressInLines implements ProgressDisplay {

        private static final Duration BETWEEN = Duration.ofSeconds(2);

        private final PrintWriter err;
        private Duration next = BETWEEN;

        ProgressInLines(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void report(State state) {
            if (state.stage() != Stage.LIVES || state.elapsed().compareTo(next) < 0) {
                return;
            }
            next = state.elapsed().plus(BETWEEN);
            err.println(String.format(
                    Locale.ROOT,
                    "%,d of %,d users, %s, %d s left",
                    state.users(),
                    state.totalUsers(),
                    rate(state),
                    state.timeLeft().toSeconds()));
        }

        @Override
        public void close() {}
    }
}
