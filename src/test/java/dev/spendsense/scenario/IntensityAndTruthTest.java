package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendsense.yaml.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile plants and how strongly, as a scenario says it, and what is said when it cannot be. */
class IntensityAndTruthTest {

    private static SmallScenario gigs(String line) {
        return new SmallScenario().with("  gigs:\n    users: 1\n", "  gigs:\n    users: 1\n    " + line + "\n");
    }

    private static Profile read(String line, String... settings) {
        return gigs(line).set(settings).read().population().get(0);
    }

    @Test
    void a_profile_plants_itself_entirely_where_nothing_is_said() {
        assertThat(new SmallScenario().read().population())
                .extracting(Profile::name, Profile::truth, Profile::intensity, Profile::consentRate)
                .containsExactly(
                        tuple("gigs", java.util.List.of("gigs"), new Range(1, 1), 0.9),
                        tuple("steady", java.util.List.of("steady"), new Range(1, 1), 0.9));
    }

    @Test
    void a_profile_plants_several_truths_that_need_not_be_profiles() {
        assertThat(read("truth: [variable_income, subscription_heavy]").truth())
                .containsExactly("variable_income", "subscription_heavy");
    }

    @Test
    void an_intensity_is_a_number_or_a_range_and_that_of_the_scenario_holds_for_whoever_has_none() {
        assertThat(read("intensity: 0.4", "baseline=steady").intensity()).isEqualTo(new Range(0.4, 0.4));
        assertThat(read("intensity: [0.2, 0.7]", "baseline=steady").intensity()).isEqualTo(new Range(0.2, 0.7));
        assertThat(read("consent_rate: 0", "baseline=steady", "intensity=0.3"))
                .extracting(Profile::intensity, Profile::consentRate)
                .containsExactly(new Range(0.3, 0.3), 0.0);
        assertThat(read("intensity: 1", "baseline=steady", "intensity=0.3").intensity())
                .isEqualTo(new Range(1, 1));
    }

    @Test
    void the_baseline_is_itself_at_any_intensity() {
        Scenario scenario = gigs("intensity: 0.4")
                .set("baseline=steady", "intensity=[0, 1]")
                .read();
        assertThat(scenario.population())
                .extracting(Profile::intensity)
                .containsExactly(new Range(0.4, 0.4), new Range(1, 1));
    }

    @Test
    void at_the_ends_a_user_lives_as_the_baseline_or_as_the_profile() {
        Scenario scenario = gigs("intensity: 0.4").set("baseline=steady").read();
        Profile gigs = scenario.population().get(0);
        Profile steady = scenario.population().get(1);
        assertThat(scenario.lived(gigs, 0)).isSameAs(steady);
        assertThat(scenario.lived(gigs, 1)).isSameAs(gigs);
    }

    @Test
    void in_between_ranges_move_and_everybody_waits_a_little_longer_for_pay() {
        Scenario scenario = gigs("budget: {spending: [0.68, 0.76], paced: true}")
                .set("baseline=steady")
                .read();
        Profile half = scenario.lived(scenario.population().get(0), 0.5);
        assertThat(half.name()).isEqualTo("gigs");
        assertThat(half.budget().spending().low()).isEqualTo(0.78, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(half.income().schedule().options()).containsExactly(PaySchedule.IRREGULAR);
        assertThat(half.income().longGapDays()).isBetween(30, 45);
        assertThat(half.budget().paced()).isTrue();
        assertThat(half.budget().countsSavings()).isEqualTo(0.5);
    }

    @Test
    void an_intensity_below_1_needs_a_baseline() {
        assertThat(gigs("intensity: [0.5, 1]").complaints())
                .containsExactly("small.yaml:66: population.gigs.intensity: [0.5, 1]; expected 1, or a baseline: that"
                        + " names the profile which intensity 0 is");
        assertThat(new SmallScenario().set("intensity=0.3").complaints())
                .containsExactly(
                        "--set intensity=0.3: intensity: 0.3; expected 1, or a baseline: that names the profile"
                                + " which intensity 0 is");
    }

    @Test
    void a_baseline_is_a_profile_of_the_scenario() {
        assertThat(new SmallScenario()
                        .with("catalog: catalog", "catalog: catalog\nbaseline: stedy")
                        .complaints())
                .containsExactly("small.yaml:6: baseline: stedy; expected steady (one of gigs, steady)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "truth: []                  | population.gigs.truth           | []",
                "truth: gigs                | population.gigs.truth           | gigs",
                "truth: [balanced, balanced] | population.gigs.truth[1]       | balanced",
                "truth: [Balanced]          | population.gigs.truth[0]        | Balanced",
                "intensity: 1.1             | population.gigs.intensity       | 1.1",
                "intensity: [0.6, 0.4]      | population.gigs.intensity       | [0.6, 0.4]",
                "intensity: strong          | population.gigs.intensity       | strong",
                "consent_rate: 2            | population.gigs.consent_rate    | 2",
                "joined_days_ago: 20        | population.gigs.joined_days_ago | 20",
                "joined_days_ago: [0, 20]   | population.gigs.joined_days_ago | [0, 20]",
                "savings: {closed_after: 9} | population.gigs.savings.closed_after | 9",
                "cards: {closed_after: [9, 1]} | population.gigs.cards.closed_after | [9, 1]",
            })
    void what_cannot_be_planted_is_shown_as_it_was_written(String line, String field, String value) {
        assertThat(gigs(line).faults())
                .extracting(Fault::line, Fault::field, Fault::value)
                .containsExactly(tuple(66, field, value));
    }
}
