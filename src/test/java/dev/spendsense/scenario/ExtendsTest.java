package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.yaml.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that lie over others. */
class ExtendsTest {

    private static SmallScenario over(String text) {
        return new SmallScenario()
                .file("over.yaml", "extends: small.yaml\n" + text)
                .from("over");
    }

    @Test
    void a_scenario_says_only_what_differs_from_the_one_it_extends() {
        Scenario scenario = over("seed: 8\npopulation:\n  steady: {users: 1}\n").read();
        assertThat(scenario.name()).isEqualTo("over");
        assertThat(scenario.seed()).isEqualTo(8);
        assertThat(scenario.description()).isEqualTo("two kinds of people");
        assertThat(scenario.population()).extracting(Profile::users).containsExactly(1, 1);
        assertThat(scenario.population().get(0).income().takeHome()).isEqualTo(new Range(0.7, 0.8));
    }

    @Test
    void blocks_are_merged_key_by_key_and_weights_are_replaced_whole() {
        Scenario scenario = over("defaults:\n  income: {schedule: {weekly: 1}}\n  shopping: {basket: {coffee: 3}}\n")
                .read();
        Profile gigs = scenario.population().get(0);
        Profile steady = scenario.population().get(1);
        assertThat(steady.income().schedule().options()).containsExactly(PaySchedule.WEEKLY);
        assertThat(gigs.income().schedule().options()).containsExactly(PaySchedule.IRREGULAR);
        assertThat(gigs.shopping().basket())
                .containsOnlyKeys("coffee", "groceries")
                .containsEntry("coffee", 3.0);
        assertThat(steady.income().longGapDays()).isEqualTo(55);
    }

    @Test
    void a_chain_of_scenarios_is_followed_to_its_end() {
        Scenario scenario = over("seed: 8\nconsent_rate: 0.5\n")
                .file("top.yaml", "extends: over.yaml\nseed: 9\n")
                .from("top")
                .read();
        assertThat(scenario.seed()).isEqualTo(9);
        assertThat(scenario.consentRate()).isEqualTo(0.5);
    }

    @Test
    void a_fault_points_at_the_file_in_which_the_value_stands() {
        assertThat(over("consent_rate: 7\n").with("days: 180", "days: 0").faults())
                .extracting(Fault::file, Fault::line, Fault::field)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("over.yaml", 2, "consent_rate"),
                        org.assertj.core.api.Assertions.tuple("small.yaml", 3, "period.days"));
    }

    @Test
    void scenarios_that_extend_each_other_are_a_fault() {
        assertThat(over("").file("a.yaml", "extends: b.yaml\n")
                        .file("b.yaml", "extends: a.yaml\n")
                        .from("a")
                        .complaints())
                .containsExactly("b.yaml:1: extends: a.yaml; expected a file that does not itself extend this one");
        assertThat(over("").file("a.yaml", "seed: 3\nextends: a.yaml\n")
                        .from("a")
                        .complaints())
                .containsExactly("a.yaml:2: extends: a.yaml; expected a file that does not itself extend this one");
    }

    @Test
    void a_missing_base_hides_no_other_fault_and_makes_none_up() {
        assertThat(over("seed: lucky\n").without("small.yaml").complaints())
                .containsExactlyInAnyOrder(
                        "over.yaml:1: extends: small.yaml: no such file; expected a YAML file of at most 1 MiB",
                        "over.yaml:2: seed: lucky; expected a whole number from -9,223,372,036,854,775,808 to"
                                + " 9,223,372,036,854,775,807");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../small.yaml",
                "a/../../small.yaml",
                "/etc/passwd",
                "C:\\\\small.yaml",
                "[small.yaml]",
                "''",
                "~"
            })
    void nothing_outside_the_folder_can_be_extended(String path) {
        assertThat(new SmallScenario()
                        .file("over.yaml", "extends: " + path)
                        .from("over")
                        .faults())
                .extracting(Fault::field, Fault::expected)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("extends", "a path below the scenario's folder"));
    }

    @Test
    void a_catalog_is_found_from_the_file_that_names_it() {
        SmallScenario nested = new SmallScenario();
        ScenarioSource source = nested.source();
        source.files().forEach((path, text) -> nested.without(path).file("base/" + path, text));
        Scenario scenario = nested.file("over.yaml", "extends: base/small.yaml\n")
                .from("over")
                .read();
        assertThat(scenario.catalog().purchases()).hasSize(2);
        assertThat(nested.set("catalog=base/../base/catalog").read().catalog().purchases())
                .hasSize(2);
    }

    @Test
    void a_catalog_must_have_its_four_files() {
        assertThat(new SmallScenario()
                        .without(SmallScenario.BILLS)
                        .without(SmallScenario.PEOPLE)
                        .complaints())
                .containsExactly(
                        "small.yaml:5: catalog: catalog/bills.yaml: no such file; expected a YAML file of at most 1 MiB",
                        "small.yaml:5: catalog: catalog/people.yaml: no such file; expected a YAML file of at most 1 MiB");
    }

    @Test
    void a_profile_may_be_emptied_but_not_left_out() {
        assertThat(over("population:\n  steady:\n").faults())
                .extracting(Fault::file, Fault::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("over.yaml", "nothing"));
        assertThat(over("population:\n  steady: {users: 0}\n").read().users()).isEqualTo(1);
    }

    @Test
    void a_new_profile_must_not_be_called_almost_like_an_inherited_one() {
        assertThat(over("population:\n  stedy: {users: -3}\n").complaints())
                .containsExactly(
                        "over.yaml:3: population.stedy: a new profile; expected steady, or a name that is less like it",
                        "over.yaml:3: population.stedy.users: -3; expected a whole number from 0 to 10,000,000");
        assertThat(over("population:\n  stedy: {savings: {has: 1}}\n").faults()).hasSize(1);
        assertThat(over("population:\n  night_owl: {users: 2}\n").read().population())
                .extracting(Profile::name)
                .containsExactly("gigs", "steady", "night_owl");
    }

    @Test
    void new_profiles_of_one_file_may_be_called_almost_alike() {
        assertThat(over("population:\n  owl_a: {users: 2}\n  owl_b: {users: 1}\n")
                        .read()
                        .users())
                .isEqualTo(7);
    }

    @Test
    void the_files_of_a_source_are_kept_in_one_order() {
        assertThat(List.copyOf(new SmallScenario().source().files().keySet())).isSorted();
    }
}
