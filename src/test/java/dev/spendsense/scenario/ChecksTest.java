package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void a_scenario_that_says_nothing_is_held_to_its_own_size_and_to_the_guide() {
        assertThat(new SmallScenario().read().checks())
                .isEqualTo(new Checks(new Range(4, 4), 1, 1, 3, 1, 5, 1, 100, 3, 5, 30));
    }

    @Test
    void what_a_scenario_says_is_checked_instead() {
        Checks checks = new SmallScenario()
                .set("checks.users=[2, 9]", "checks.coverage=0.95", "checks.personas=1", "checks.fresh_days=7")
                .read()
                .checks();
        assertThat(checks).isEqualTo(new Checks(new Range(2, 9), 1, 0.95, 3, 1, 1, 1, 100, 3, 5, 7));
    }

    @Test
    void a_scaled_scenario_is_held_to_the_number_that_it_was_scaled_to() {
        Checks checks = new SmallScenario()
                .set("checks.users=[2, 9]", "users=40")
                .read()
                .checks();
        assertThat(checks.users()).isEqualTo(new Range(40, 40));
    }

    @Test
    void a_misspelt_check_is_named_with_the_one_that_was_meant() {
        assertThat(new SmallScenario().set("checks.coverag=1").complaints())
                .singleElement()
                .asString()
                .contains("checks.coverag")
                .contains("coverage");
    }

    @Test
    void a_share_above_one_is_refused() {
        assertThat(new SmallScenario().set("checks.coverage=95").complaints())
                .singleElement()
                .asString()
                .contains("from 0 to 1");
    }
}
