package dev.spendsense.workbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.impact.Impact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parameter at several values, before ninety-five people. */
class SweepTest {

    private static final RuleBase RULES = RuleBase.load(Path.of("rules"));

    private static final Lives PEOPLE = Lives.of(
            ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of(), List.of())));

    private static final Sweep SWEEP = Sweep.of(PEOPLE, RULES, "prior.savings_builder", -12, 3, 4, 2);

    @Test
    void the_value_that_the_rules_have_is_tried_and_affects_nobody() {
        assertThat(SWEEP.steps()).extracting(Step::value).containsExactly(-12.0, -7.0, -2.0, -1.8, 3.0);
        assertThat(SWEEP.steps()).filteredOn(Step::shipped).singleElement().satisfies(step -> {
            assertThat(step.value()).isEqualTo(SWEEP.shipped());
            assertThat(step.affected()).isZero();
        });
    }

    @Test
    void each_step_is_what_rules_with_that_value_do() {
        Step step = SWEEP.steps().get(0);
        Impact impact = Impact.of(PEOPLE, RULES, RULES.with(Map.of("prior.savings_builder", -12.0)), 2);
        assertThat(step.affected()).isPositive().isEqualTo(impact.changedPrimary());
        assertThat(step.accuracy()).isEqualTo(impact.is().accuracy());
        assertThat(SWEEP.personas()).contains("savings_builder");
    }

    @Test
    void the_plateau_holds_the_best_value_and_no_value_far_below_it() {
        Plateau plateau = SWEEP.plateau();
        assertThat(plateau.from()).isGreaterThan(-12);
        assertThat(plateau.holdsShipped()).isTrue();
        assertThat(SWEEP.steps())
                .filteredOn(step -> step.value() >= plateau.from() && step.value() <= plateau.to())
                .allSatisfy(
                        step -> assertThat(step.macroF1()).isGreaterThanOrEqualTo(plateau.best() - plateau.within()));
    }

    @Test
    void the_page_needs_nothing_from_elsewhere() {
        assertThat(SweepPage.of("95 <people>", SWEEP))
                .contains("95 &lt;people&gt;", "role=\"img\"", "prior.savings_builder")
                .doesNotContain("http", "src=", "href=");
    }
}
