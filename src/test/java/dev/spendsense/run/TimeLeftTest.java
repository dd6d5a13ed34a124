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

    /** Has made so many users before that nothing gets faster any more. */
    private static final WarmingUp WARM = WarmingUp.judging(1_000_000_000_000L);

    private static final WarmingUp FRESH = WarmingUp.judging(0);

    /** Milliseconds a user took in the slowest run of 100,000 from a cold start that was recorded, each up to a user. */
    private static final NavigableMap<Integer, Double> MEASURED = new TreeMap<>(Map.ofEntries(
            Map.entry(250, 8.357),
            Map.entry(500, 2.102),
            Map.entry(1_000, 1.681),
            Map.entry(2_000, 1.880),
            Map.entry(4_000, 1.492),
            Map.entry(8_000, 1.020),
            Map.entry(12_000, 0.796),
            Map.entry(17_000, 0.708),
            Map.entry(24_000, 0.567),
            Map.entry(32_000, 0.540),
            Map.entry(42_000, 0.469),
            Map.entry(56_000, 0.392),
            Map.entry(USERS, 0.351)));

    @Test
    void of_a_run_that_warms_up_as_is_known_is_right_at_once() {
        check(user -> 0.001 * (1 + 2 * Math.exp(-user / 14_000.0) + 15 * Math.exp(-user / 300.0)), 0, FRESH, 1);
    }

    /** By how fast its first tenth was, it would be told three times as long. */
    @Test
    void of_a_run_that_was_measured_is_right_within_a_fifth_after_the_first_tenth() {
        check(user -> MEASURED.ceilingEntry(user).getValue() / 1e3, 0, FRESH, 20);
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

    /** Early on, what users cost is warming up; what work they are says little of it. */
    @Test
    void hardly_changes_when_the_work_becomes_known_while_all_is_cold() {
        TimeLeft left = new TimeLeft(USERS, FRESH);
        double before = left.at(400, USERS, Duration.ofSeconds(3)).toNanos();
        left.know(Workload.of(USERS, TimeLeftTest::transactions));
        double after = left.at(400, USERS, Duration.ofSeconds(3)).toNanos();
        assertThat(after).isCloseTo(before, withinPercentage(3));
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
    private static void check(IntToDoubleFunction secondsOf, int kept, WarmingUp warmingUp, int percent) {
        double[] reached = new double[USERS + 1];
        for (int user = kept; user < USERS; user++) {
            reached[user + 1] = reached[user] + secondsOf.applyAsDouble(user);
        }
        TimeLeft left = new TimeLeft(USERS, warmingUp);
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
