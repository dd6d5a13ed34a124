package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single fields set from outside, and a total that scales the mix. */
class OverridesTest {

    private static Scenario set(String... settings) {
        return new SmallScenario().set(settings).read();
    }

    private static List<String> complaints(String... settings) {
        return new SmallScenario().set(settings).complaints();
    }

    private static List<Integer> users(Scenario scenario) {
        return scenario.population().stream().map(Profile::users).toList();
    }

    @Test
    void a_setting_replaces_a_field() {
        Scenario scenario = set("seed=42", "period.days=30", "period.end=2025-12-31", "population.steady.users=25");
        assertThat(scenario.seed()).isEqualTo(42);
        assertThat(scenario.period()).isEqualTo(new Period(LocalDate.of(2025, 12, 31), 30));
        assertThat(users(scenario)).containsExactly(1, 25);
    }

    @Test
    void a_setting_may_be_a_list_or_a_block() {
        Scenario scenario = set("population.steady.shopping.per_day=[3, 4]", "defaults.cards.count={2: 1}");
        assertThat(scenario.population().get(1).shopping().perDay()).isEqualTo(new Range(3, 4));
        assertThat(scenario.population().get(0).cards().count().options()).containsExactly(2);
    }

    @Test
    void a_setting_makes_the_blocks_it_needs() {
        assertThat(set("population.steady.savings.has=1")
                        .population()
                        .get(1)
                        .savings()
                        .has())
                .isEqualTo(1);
    }

    @Test
    void a_setting_of_a_profile_that_no_file_declares_is_a_fault_that_names_the_nearest() {
        assertThat(complaints("population.stedy.users=2"))
                .containsExactly("--set population.stedy.users=2: population.stedy: no such profile; expected steady"
                        + " (one of gigs, steady)");
        assertThat(complaints("population.newcomers.savings.has=1"))
                .containsExactly("--set population.newcomers.savings.has=1: population.newcomers: no such profile;"
                        + " expected one of gigs, steady");
        assertThat(complaints("population={gigs: {users: 1}, stedy: {users: 2}}"))
                .singleElement()
                .asString()
                .contains("population.stedy: no such profile; expected steady");
    }

    @Test
    void a_star_stands_for_every_key() {
        assertThat(users(set("population.*.users=2"))).containsExactly(2, 2);
        assertThat(set("population.*.cards.apr=[20, 20]").population())
                .extracting(profile -> profile.cards().aprPercent())
                .containsOnly(new Range(20, 20));
    }

    @Test
    void the_last_of_several_settings_of_a_field_holds() {
        assertThat(set("seed=1", "seed=2").seed()).isEqualTo(2);
    }

    @Test
    void a_fault_in_a_setting_shows_the_setting() {
        assertThat(complaints("population.steady.users=-3"))
                .containsExactly(
                        "--set population.steady.users=-3: population.steady.users: -3; expected a whole number"
                                + " from 0 to 10,000,000");
        assertThat(complaints("population.*.users=few")).hasSize(2);
    }

    @Test
    void a_misspelt_parent_is_named_with_the_nearest_name() {
        assertThat(complaints("popluation.steady.users=3"))
                .containsExactly("--set popluation.steady.users=3: popluation: unknown key; expected population (one of"
                        + " extends, description, seed, period, evaluate, consent_rate, catalog, bank, users, baseline, intensity, defaults,"
                        + " population, events, checks, realism, expect)");
        assertThat(complaints("period.dyas=3"))
                .singleElement()
                .asString()
                .contains("expected days (one of end, days, continued)");
    }

    @Test
    void a_scenario_without_profiles_gets_none_by_settings() {
        assertThat(new SmallScenario()
                        .file("empty.yaml", "seed: 7\n")
                        .from("empty")
                        .set("population.gigs.users=3")
                        .complaints())
                .contains("--set population.gigs.users=3: population.gigs: no such profile; expected profiles in the"
                        + " file first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed           | expected path=value",
                "=3             | expected path=value",
                "''             | expected path=value",
                "a..b=3         | expected names with single dots between them",
                ".seed=3        | expected names with single dots between them",
                "seed=          | expected a YAML document",
                "seed=[         | expected well-formed YAML",
                "seed=*x        | aliases are not supported",
                "seed.deep=3    | seed.deep=3: seed: 7; expected a block of fields to set one of",
                "catalog.purchases.coffee.weight=3 | expected a block of fields to set one of",
                "extends=x.yaml | expected a field other than extends",
                "users=0        | expected a whole number from 1 to 10,000,000",
                "expect.user=3  | expected users (",
                "nobody.*.x=3   | nothing here to match *",
                "population=3   | population: 3; expected a block of fields",
            })
    void a_setting_that_cannot_be_applied_is_a_fault(String setting, String said) {
        assertThat(complaints(setting))
                .anySatisfy(complaint ->
                        assertThat(complaint).startsWith("--set " + setting).contains(said));
    }

    @Test
    void a_total_scales_the_mix_by_largest_remainders() {
        assertThat(users(set("users=8"))).containsExactly(2, 6);
        assertThat(users(set("users=10")))
                .as("2.5 and 7.5: the earlier one is rounded up")
                .containsExactly(3, 7);
        assertThat(users(set("users=1"))).containsExactly(0, 1);
        assertThat(users(set("users=10000000"))).containsExactly(2_500_000, 7_500_000);
    }

    @Test
    void a_profile_that_nobody_lives_stays_empty_when_the_mix_is_scaled() {
        assertThat(users(set("population.gigs.users=0", "users=1000"))).containsExactly(0, 1000);
    }

    @Test
    void a_total_cannot_scale_a_mix_of_nobody() {
        assertThat(complaints("population.*.users=0", "users=10"))
                .containsExactly(
                        "small.yaml:63: population: 0 users; expected at least one user in all profiles together");
    }

    @Test
    void every_total_is_met_exactly() {
        for (int total = 1; total < 200; total++) {
            assertThat(set("users=" + total).users()).isEqualTo(total);
        }
    }
}
