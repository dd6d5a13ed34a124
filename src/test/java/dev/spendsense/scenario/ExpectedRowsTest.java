package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is expected of the tables when others, or another period, are asked for than the file was written for. */
class ExpectedRowsTest {

    private static Range expected(SmallScenario scenario, String table) {
        return scenario.read().expected().get(table);
    }

    private static SmallScenario small(String... settings) {
        return new SmallScenario().set(settings);
    }

    private static SmallScenario over(String text) {
        return new SmallScenario()
                .file("over.yaml", "extends: small.yaml\n" + text)
                .from("over");
    }

    @Test
    void a_file_expects_what_it_says() {
        assertThat(expected(small(), "users")).isEqualTo(new Range(4, 4));
        assertThat(expected(small(), "transactions")).isEqualTo(new Range(1_500, 2_500));
        SmallScenario total = small().with("seed: 7", "seed: 7\nusers: 8").with("  users: 4\n", "  users: 8\n");
        assertThat(expected(total, "users")).isEqualTo(new Range(8, 8));
        assertThat(expected(total, "transactions")).isEqualTo(new Range(1_500, 2_500));
    }

    @Test
    void it_grows_with_the_number_of_users_in_all() {
        assertThat(expected(small("users=40"), "users")).isEqualTo(new Range(40, 40));
        assertThat(expected(small("users=40"), "transactions")).isEqualTo(new Range(15_000, 25_000));
    }

    @Test
    void it_grows_with_the_number_of_users_of_a_profile() {
        assertThat(expected(small("population.steady.users=5"), "users")).isEqualTo(new Range(6, 6));
        assertThat(expected(small("population.steady.users=5"), "transactions")).isEqualTo(new Range(2_250, 3_750));
        assertThat(expected(small("population.*.users=5"), "users")).isEqualTo(new Range(10, 10));
    }

    @Test
    void rows_of_every_day_grow_with_the_period_and_others_do_not() {
        assertThat(expected(small("period.days=360"), "transactions")).isEqualTo(new Range(3_000, 5_000));
        assertThat(expected(small("period.days=360", "users=8"), "transactions"))
                .isEqualTo(new Range(6_000, 10_000));
        assertThat(expected(small("period.days=360"), "users")).isEqualTo(new Range(4, 4));
    }

    @Test
    void statements_can_be_expected_and_grow_with_the_period() {
        SmallScenario scenario =
                small("period.days=90").with("  transactions:", "  statements: [10, 20]\n  transactions:");
        assertThat(expected(scenario, "statements")).isEqualTo(new Range(5, 10));
    }

    @Test
    void what_a_setting_expects_is_taken_at_its_word() {
        SmallScenario scenario = small("users=40", "expect.transactions=[1, 2]");
        assertThat(expected(scenario, "transactions")).isEqualTo(new Range(1, 2));
        assertThat(expected(scenario, "users")).isEqualTo(new Range(40, 40));
    }

    @Test
    void what_a_file_inherits_is_scaled_to_its_own_users_and_days() {
        SmallScenario scenario = over("users: 8\nperiod: {days: 90}\nexpect: {users: 8}\n");
        assertThat(expected(scenario, "users")).isEqualTo(new Range(8, 8));
        assertThat(expected(scenario, "transactions")).isEqualTo(new Range(1_500, 2_500));
        assertThat(expected(scenario.set("users=16"), "users")).isEqualTo(new Range(16, 16));
    }

    @Test
    void a_file_with_nobody_in_it_yet_cannot_be_scaled_from() {
        SmallScenario scenario = over("population:\n  steady: {users: 3}\n")
                .with("users: 1", "users: 0")
                .with("users: 3", "users: 0");
        assertThat(expected(scenario, "transactions")).isEqualTo(new Range(1_500, 2_500));
    }
}
