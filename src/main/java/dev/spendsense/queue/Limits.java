package dev.spendsense.queue;

import dev.spendsense.scenario.Scenario;
import java.time.Duration;
import java.util.Locale;

/**
 * How much a queue takes on.
 *
 * @param queued how many runs may wait, at least 1
 * @param users how many users a run may have
 * @param days how many days a run may simulate
 * @param keys how long a request's key is remembered
 * @param threads how many threads a run uses, at least 1
 */
public record Limits(int queued, int users, int days, Duration keys, int threads) {

    /** Sixteen runs may wait, of a million users and two years at most; keys are remembered for a day. */
    public static final Limits USUAL = new Limits(
            16,
            1_000_000,
            731,
            Duration.ofDays(1),
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    public Limits {
        if (queued < 1 || users < 1 || days < 1 || threads < 1) {
            throw new IllegalArgumentException("a queue takes on at least 1 run of 1 user and 1 day, with 1 thread");
        }
    }

    /** @throws RefusedRun naming the field that asks for too much */
    void check(Scenario scenario) {
        check("users", scenario.users(), users);
        check("period.days", scenario.period().days(), days);
    }

    private static void check(String field, int value, int most) {
        if (value > most) {
            throw new RefusedRun(
                    RefusedRun.Reason.TOO_LARGE,
                    field,
                    String.format(Locale.ROOT, "%,d; expected at most %,d on this server", value, most));
        }
    }
}
