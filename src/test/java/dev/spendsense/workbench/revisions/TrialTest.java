package dev.spendsense.workbench.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.rules.CompiledStore;
import dev.spendsense.workbench.SmallRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    @TempDir
    private static Path compiled;

    @TempDir
    private Path home;

    private SmallRules rules;

    @BeforeEach
    void copy() {
        rules = SmallRules.in(home.resolve("rules"));
    }

    private Trial trial() {
        return Trial.of(rules.folder(), CompiledStore.in(compiled), List.of(Path.of("scenarios")));
    }

    @Test
    void sound_rules_whose_cases_come_true_are_fit() {
        Trial trial = trial();
        assertThat(trial.check().faults()).isEmpty();
        assertThat(trial.passed()).isTrue();
        assertThat(trial.rules().orElseThrow().revision())
                .isEqualTo(rules.source().revision());
        assertThat(trial.fitness()).isEqualTo(new Revision.Fitness(trial.check().rules(), 0, 1));
    }

    @Test
    void a_fault_keeps_the_cases_from_being_judged() {
        rules.edit("signals/money.drl", "medianGap", "medianGp");
        Trial trial = trial();
        assertThat(trial.check().errors()).isEqualTo(1);
        assertThat(trial.rules()).isEmpty();
        assertThat(trial.cases()).isEmpty();
        assertThat(trial.passed()).isFalse();
        assertThatThrownBy(trial::fitness).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_case_that_does_not_come_true_is_a_failure() {
        rules.calm(0.5);
        Trial trial = trial();
        assertThat(trial.check().errors()).isZero();
        assertThat(trial.failed()).extracting(each -> each.name()).containsExactly("A quiet life is calm");
        assertThat(trial.passed()).isFalse();
    }

    @Test
    void a_case_that_cannot_be_read_is_an_obstacle() {
        rules.edit(SmallRules.CASE, "rank: 1", "rnk: 1");
        Trial trial = trial();
        assertThat(trial.obstacles()).singleElement().asString().contains("calm.yaml:8", "rnk", "rank");
        assertThat(trial.passed()).isFalse();
    }

    @Test
    void a_folder_that_is_gone_is_a_fault() {
        Trial trial = Trial.of(home.resolve("nowhere"), CompiledStore.in(compiled), List.of());
        assertThat(trial.check().faults()).extracting(fault -> fault.problem()).containsExactly("is no folder");
        assertThat(trial.passed()).isFalse();
    }
}
