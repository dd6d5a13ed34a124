package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The time left, on a clock that is made up: every user takes as long as we say. */
class TimeLeftTest {

    private static final int USERS = 60_000;
    private static final int BLOCK = 16;

    @Test
    void of_a_run_that_warms_up_is_right_within_a_tenth_after_the_first_tenth() {
        check(user -> 0.001 * (1 + 7 * Math.exp(-user / 500.0)), 0, 10);
    }

    @Test
    void of_a_steady_run_is_right_at_once() {
        check(user -> 0.001, 0, 1);
    }

    @Test
    void of_an_uneven_run_is_right_within_a_tenth_after_the_first_tenth() {
        SplittableRandom random = new SplittableRandom(5);
        check(user -> 0.0005 * (user / 500 % 2 + 1) * (1 + random.nextDouble()), 0, 10);
    }

    @Test
    void of_a_run_that_is_gone_on_with_counts_only_what_is_written_now() {
        check(user -> 0.001, 40_000, 1);
    }

    @Test
    void shrinks_while_nothing_happens_and_is_unknown_before_anything_has() {
        TimeLeft left = new TimeLeft();
        assertThat(left.at(0, 100, Duration.ofSeconds(3))).isZero();
        assertThat(left.at(50, 100, Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(left.at(50, 100, Duration.ofSeconds(12))).isLessThan(Duration.ofSeconds(10));
        assertThat(left.at(50, 100, Duration.ofSeconds(60))).isZero();
    }

    /** @param secondsOf how long the user at a position takes */
    private static void check(IntToDoubleFunction secondsOf, int kept, int percent) {
        double[] reached = new double[USERS + 1];
        for (int user = kept; user < USERS; user++) {
            reached[user + 1] = reached[user] + secondsOf.applyAsDouble(user);
        }
        TimeLeft left = new TimeLeft();
        left.start(kept, Duration.ZERO);
        double reported = 0;
        for (int users = kept + BLOCK; users < USERS * 9 / 10; users += BLOCK) {
            if (reached[users] - reported < 0.1) {
                continue;
            }
            reported = reached[users];
            double estimate = left.at(users, USERS, Duration.ofNanos((long) (reported * 1e9)))
                            .toNanos()
                    / 1e9;
            if (users - kept >= (USERS - kept) / 10) {
                assertThat(estimate)
                        .as("after %d users", users)
                        .isCloseTo(reached[USERS] - reported, withinPercentage(percent));
            }
        }
    }
}
