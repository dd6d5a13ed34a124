package dev.spendsense.workbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.DevelopmentSeeds;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Priors and weights that are bent are straightened, and no more than that is proposed. */
class FitTest {

    private static final DevelopmentSeeds DEVELOPMENT = new DevelopmentSeeds(List.of(1L, 2L, 3L));
    private static final String PRIOR = "prior.savings_builder:\n  {value: -1.8,";

    private static final RuleSource SHIPPED = RuleSource.read(Path.of("rules"));

    /** Somebody believes in savings builders far too little. */
    private static final RuleBase BENT = RuleBase.load(
            SHIPPED.with(
                    Parameters.FILE,
                    SHIPPED.declaration(Parameters.FILE).replace(PRIOR, "prior.savings_builder:\n  {value: -9,")),
            CompiledStore.standard());

    private static Lives population(long seed) {
        return Lives.of(ScenarioReader.read(ScenarioSource.load(
                Path.of("scenarios/full-dataset.yaml"), List.of(), List.of("users=60", "seed=" + seed))));
    }

    private static Fit fit(double hold) {
        return Fit.of(BENT, List.of(1L, 2L, 3L), DEVELOPMENT, FitTest::population, hold, 2);
    }

    @Test
    void a_prior_that_is_far_off_comes_back_and_helps_those_who_were_held_out() {
        assertThat(SHIPPED.declaration(Parameters.FILE)).contains(PRIOR);
        Fit fit = fit(Fit.HOLD);
        assertThat(fit.fittedTo()).containsExactly(1L, 2L);
        assertThat(fit.heldOut()).containsExactly(3L);
        assertThat(fit.lossAfter()).isLessThan(fit.lossBefore());
        assertThat(fit.proposals())
                .filteredOn(one -> one.parameter().equals("prior.savings_builder"))
                .singleElement()
                .satisfies(one -> assertThat(one.after()).isGreaterThan(-9));
        assertThat(fit.proposals())
                .filteredOn(one -> one.parameter().startsWith("weight."))
                .allSatisfy(one -> assertThat(one.after() * one.before()).isPositive());
        assertThat(fit.diff()).contains("-  {value: -9,", "parameters.yaml").doesNotContain("+#", "-#");
        assertThat(fit.impact().judged()).isEqualTo(60);
        Fit again = fit(Fit.HOLD);
        assertThat(again.proposals()).isEqualTo(fit.proposals());
        assertThat(again.diff()).isEqualTo(fit.diff());
    }

    @Test
    void values_that_are_held_fast_stay() {
        assertThat(fit(1e6).proposals()).isEmpty();
        assertThat(fit(1e6).diff()).isEmpty();
    }

    @Test
    void a_seed_that_is_measured_elsewhere_is_refused() {
        assertThatThrownBy(() -> Fit.of(BENT, List.of(1L, 77L), DEVELOPMENT, FitTest::population, Fit.HOLD, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seed 77 is no development seed");
    }
}
