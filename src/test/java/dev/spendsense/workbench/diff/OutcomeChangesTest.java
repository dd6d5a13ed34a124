package dev.spendsense.workbench.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.findings.Findings;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.workbench.diff.OutcomeChanges.AdviceChange;
import dev.spendsense.workbench.diff.OutcomeChanges.ConfidenceShift;
import dev.spendsense.workbench.diff.OutcomeChanges.PersonaChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeChangesTest {

    private static final RuleBase SHIPPED = RuleBase.load(RuleSource.read(Path.of("rules")), CompiledStore.standard());

    private static Population population(String... overrides) {
        return Population.of(
                "demo", ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of(overrides))));
    }

    @Test
    void the_same_rules_change_nobody() {
        OutcomeChanges changes = OutcomeChanges.between(SHIPPED, SHIPPED, List.of(population()));
        assertThat(changes).isEqualTo(new OutcomeChanges(6, List.of(), List.of(), List.of()));
    }

    @Test
    void who_does_not_consent_is_not_judged() {
        assertThat(OutcomeChanges.between(SHIPPED, SHIPPED, List.of(population("consent_rate=0")))
                        .users())
                .isZero();
    }

    @Test
    void a_persona_that_becomes_unlikely_is_lost_with_its_advice() {
        RuleBase other = SHIPPED.with(Map.of("prior.high_utilization", -20.0));
        Population people = population();
        OutcomeChanges changes = OutcomeChanges.between(SHIPPED, other, List.of(people));
        Findings before = SHIPPED.evaluate(people.histories().apply(0));
        Findings after = other.evaluate(people.histories().apply(0));

        assertThat(changes.users()).isEqualTo(6);
        PersonaChange change = changes.personas().get(0);
        assertThat(change.userId()).isEqualTo(before.userId());
        assertThat(change.before()).isEqualTo("high_utilization");
        assertThat(change.confidenceBefore())
                .isEqualTo(before.primaryPersona().orElseThrow().confidence());
        assertThat(change.after())
                .isEqualTo(after.primaryPersona().orElseThrow().persona());
        assertThat(changes.matrix().get("high_utilization").get(change.after())).isPositive();

        assertThat(changes.confidence()).extracting(ConfidenceShift::persona).containsExactly("high_utilization");
        ConfidenceShift shift = changes.confidence().get(0);
        assertThat(shift.risen()).isZero();
        assertThat(shift.fallen()).isPositive();
        assertThat(shift.mean()).isBetween(shift.largest(), 0.0);
        assertThat(shift.largest()).isLessThan(-0.9);
        assertThat(shift.userId()).isEqualTo(before.userId());

        List<String> lost = before.recommendations().stream()
                .map(each -> each.code())
                .filter(code -> after.recommendations().stream()
                        .noneMatch(each -> each.code().equals(code)))
                .toList();
        assertThat(lost).isNotEmpty();
        assertThat(changes.advice().stream().filter(each -> each.lost() > 0).map(AdviceChange::code))
                .containsAll(lost);
    }
}
