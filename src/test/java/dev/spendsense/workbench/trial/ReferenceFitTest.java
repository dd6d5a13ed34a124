package dev.spendsense.workbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.report.accuracy.Reference;
import dev.spendsense.report.study.Study;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.DevelopmentSeeds;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferenceFitTest {

    private static final DevelopmentSeeds DEVELOPMENT = new DevelopmentSeeds(List.of(1L, 2L, 3L));

    private static RuleBase rules;

    @BeforeAll
    static void load() {
        rules = RuleBase.load(Path.of("rules"));
    }

    @Test
    void it_learns_the_textbook_from_customers_who_are_not_measured() {
        try (Trial trial = trial(rules, 2)) {
            ReferenceFit fit = ReferenceFit.of(trial.datasets(), DEVELOPMENT, 90, 2);
            assertThat(fit.seeds()).containsExactly(1L, 3L);
            assertThat(fit.customers()).isEqualTo(90);
            Reference reference = fit.measure(trial.datasets(), Study.of(trial.datasets()));
            assertThat(reference.macroF1()).isGreaterThan(0.85);
            assertThat(reference.ratio().orElseThrow().value()).isBetween(0.9, 1.2);
            assertThat(ReferenceFit.of(trial.datasets(), DEVELOPMENT, 90, 1)
                            .measure(trial.datasets(), Study.of(trial.datasets())))
                    .isEqualTo(reference);
        }
    }

    @Test
    void with_all_development_seeds_measured_nobody_is_left_to_learn_from() {
        try (Trial trial = trial(rules, 1, 2, 3)) {
            assertThatThrownBy(() -> ReferenceFit.of(trial.datasets(), DEVELOPMENT, 90, 2))
                    .isInstanceOf(ReferenceFit.Impossible.class)
                    .hasMessageContaining("every development seed is measured");
        }
    }

    @Test
    void what_other_rules_measure_is_no_lesson() {
        String parameter =
                rules.definitions().parameters().all().iterator().next().name();
        double value = rules.definitions().parameters().all().iterator().next().value();
        RuleBase others = rules.with(Map.of(parameter, value * 0.9));
        try (Trial trial = trial(rules, 4)) {
            trial.add(source(5), others, "test", 2, Progress.NONE);
            assertThatThrownBy(() -> ReferenceFit.of(trial.datasets(), DEVELOPMENT, 90, 2))
                    .isInstanceOf(ReferenceFit.Impossible.class)
                    .hasMessageContaining("2 revisions of the rules");
        }
    }

    @Test
    void a_trial_leaves_nothing_behind() {
        Path folder;
        try (Trial trial = trial(rules, 8)) {
            Dataset dataset = trial.datasets().get(0);
            folder = dataset.file().getParent();
            assertThat(dataset.tallies().users()).isEqualTo(24);
            assertThat(Files.exists(folder)).isTrue();
        }
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void five_last_days_are_different_and_then_begin_anew() {
        LocalDate end = LocalDate.of(2026, 7, 15);
        assertThat(IntStream.range(0, 6).mapToObj(number -> LastDays.of(end, number)))
                .containsExactly(
                        end,
                        LocalDate.of(2026, 5, 31),
                        LocalDate.of(2026, 4, 16),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 1, 16),
                        end);
    }

    private static Trial trial(RuleBase rules, long... seeds) {
        Trial trial = new Trial();
        for (long seed : seeds) {
            trial.add(source(seed), rules, "test", 2, Progress.NONE);
        }
        return trial;
    }

    private static ScenarioSource source(long seed) {
        return ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of("users=24", "seed=" + seed));
    }
}
