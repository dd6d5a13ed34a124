package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The time left, on a clock that is made up: every user takes as long as we say. */
class TimeLeftTest {

    private static final int USERS = 60_000;
    private static final int BLOCK = 16;

    /** Users made before, so many that nothing gets faster any more. */
    private static final long WARM = 1_000_000_000_000L;

    /** Milliseconds a user took in a run from a cold start, each up to a user, as measured; then they were others. */
    private static final NavigableMap<Integer, Double> MEASURED = new TreeMap<>(Map.ofEntries(
            Map.entry(128, 4.80),
            Map.entry(400, 3.00),
            Map.entry(800, 2.00),
            Map.entry(2_192, 1.226),
            Map.entry(4_448, 0.926),
            Map.entry(7_440, 0.705),
            Map.entry(10_576, 0.657),
            Map.entry(14_176, 0.581),
            Map.entry(18_016, 0.547),
            Map.entry(22_272, 0.496),
            Map.entry(26_784, 0.443),
            Map.entry(31_760, 0.418),
            Map.entry(36_992, 0.399),
            Map.entry(USERS, 0.320)));

    @Test
    void of_a_run_that_warms_up_as_is_known_is_right_at_once() {
        check(user -> 0.001 * (1 + Math.pow(3_000.0 / (user + 200), 0.6)), 0, 0, 1);
    }

    /** Guessed from the last second, it would be twice as long. */
    @Test
    void of_a_run_that_was_measured_is_right_within_a_half_after_the_first_tenth() {
        check(user -> MEASURED.ceilingEntry(user).getValue() / 1e3, 0, 0, 50);
    }

    @Test
    void of_a_steady_run_is_right_at_once() {
        check(user -> 0.001, 0, WARM, 1);
    }

    @Test
    void of_an_uneven_run_is_right_within_a_tenth_after_the_first_tenth() {
        SplittableRandom random = new SplittableRandom(5);
        check(user -> 0.0005 * (user / 500 % 2 + 1) * (1 + random.nextDouble()), 0, WARM, 10);
    }

    @Test
    void of_a_run_that_is_gone_on_with_counts_only_what_is_written_now() {
        check(user -> 0.001, 40_000, WARM, 1);
    }

    /** As the profiles of the default scenario stand in it: some buy three times as often and take twice as long. */
    @Test
    void of_users_who_are_not_the_same_work_is_right_within_a_tenth_after_the_first_tenth() {
        TimeLeft left = new TimeLeft(USERS, WARM);
        double[] reached = new double[USERS + 1];
        for (int user = 0; user < USERS; user++) {
            reached[user + 1] = reached[user] + 160e-6 + 0.4e-6 * transactions(user);
        }
        left.know(Workload.of(USERS, TimeLeftTest::transactions));
        for (int users = BLOCK; users < USERS * 9 / 10; users += BLOCK) {
            double estimate = left.at(users, USERS, Duration.ofNanos((long) (reached[users] * 1e9)))
                            .toNanos()
                    / 1e9;
            if (users >= USERS / 10) {
                assertThat(estimate)
                        .as("after %d users", users)
                        .isCloseTo(reached[USERS] - reached[users], withinPercentage(10));
            }
        }
    }

    private static int transactions(int user) {
        return user > 0.73 * USERS && user < 0.9 * USERS ? 1_300 + user % 7 * 20 : 470 + user % 7 * 10;
    }

    @Test
    void shrinks_while_nothing_happens_and_is_unknown_before_anything_has() {
        TimeLeft left = new TimeLeft(100, WARM);
        assertThat(left.at(0, 100, Duration.ofSeconds(3))).isZero();
        assertThat(left.at(50, 100, Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(left.at(50, 100, Duration.ofSeconds(12))).isLessThan(Duration.ofSeconds(10));
        assertThat(left.at(50, 100, Duration.ofSeconds(60))).isZero();
    }

    /** @param secondsOf how long the user at a position takes */
    private static void check(IntToDoubleFunction secondsOf, int kept, long usersBefore, int percent) {
        double[] reached = new double[USERS + 1];
        for (int user = kept; user < USERS; user++) {
            reached[user + 1] = reached[user] + secondsOf.applyAsDouble(user);
        }
        TimeLeft left = new TimeLeft(USERS, usersBefore);
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
