package dev.spendsense.bench;

import dev.spendsense.run.Progress;
import java.util.OptionalDouble;

/** Remembers what a run said, after the first tenth of its users, of the time that was left, and how long it really was. */
final class Foresight implements Progress {

    private static final int PARTS = 10;

    private double foretold = Double.NaN;
    private double asked;
    private double ended;

    @Override
    public void report(State state) {
        double elapsed = state.elapsed().toNanos() / 1e9;
        if (state.stage() == Stage.DONE) {
            ended = elapsed;
        } else if (Double.isNaN(foretold)
                && state.stage() == Stage.LIVES
                && state.users() < state.totalUsers()
                && (long) state.users() * PARTS >= state.totalUsers()) {
            foretold = state.timeLeft().toNanos() / 1e9;
            asked = elapsed;
        }
    }

    /** By how much the time left was wrong, as a percentage of it; empty when the run was too short to be asked. */
    OptionalDouble percentOff() {
        double left = ended - asked;
        return Double.isNaN(foretold) || left <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * Math.abs(foretold - left) / left);
    }

    /** Seconds that the run took in all. */
    double seconds() {
        return ended;
    }
}
