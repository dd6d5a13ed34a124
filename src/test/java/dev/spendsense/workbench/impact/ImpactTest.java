package dev.spendsense.workbench.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change of rules does to ninety-five people is told as it is. */
class ImpactTest {

    private static final RuleBase RULES = RuleBase.load(Path.of("rules"));

    private static final RuleBase CHANGED = RULES.with(Map.of("card_high", 0.65, "weight.growth", -4.0));

    private static final Lives PEOPLE = Lives.of(
            ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of(), List.of())));

    private static final Impact IMPACT = Impact.of(PEOPLE, RULES, CHANGED, 2);

    @Test
    void everybody_who_changes_persona_is_named_and_nobody_else() {
        assertThat(IMPACT.judged()).isEqualTo(PEOPLE.users()).isEqualTo(95);
        assertThat(IMPACT.changes()).isNotEmpty();
        for (int user = 0; user < PEOPLE.users(); user++) {
            Findings was = RULES.evaluate(PEOPLE.live(user).history());
            Findings is = CHANGED.evaluate(PEOPLE.live(user).history());
            if (names(was.personas()).equals(names(is.personas()))) {
                assertThat(IMPACT.changes()).noneMatch(change -> change.userId().equals(was.userId()));
            } else {
                assertThat(IMPACT.changes()).anySatisfy(change -> {
                    assertThat(change.userId()).isEqualTo(was.userId());
                    assertThat(change.before()).isEqualTo(was.personas());
                    assertThat(change.after()).isEqualTo(is.personas());
                    assertThat(change.rules()).isNotEmpty();
                });
            }
        }
    }

    @Test
    void people_who_are_kept_are_the_same_people_and_change_alike() {
        Panel panel = Panel.of(PEOPLE, RULES, 2);
        for (int user = 0; user < PEOPLE.users(); user++) {
            assertThat(panel.lives().live(user)).isEqualTo(PEOPLE.live(user));
        }
        assertThat(panel.with(CHANGED, 2))
                .usingRecursiveComparison()
                .ignoringFields("stages")
                .isEqualTo(IMPACT);
        assertThat(panel.judgedBy(CHANGED, 2).with(CHANGED, 2).changes()).isEmpty();
    }

    private static List<String> names(List<PersonaAssignment> personas) {
        return personas.stream().map(PersonaAssignment::persona).toList();
    }

    @Test
    void users_moved_and_users_who_stayed_are_all_users() {
        assertThat(IMPACT.moves().stream().mapToInt(PersonaMove::users).sum()).isEqualTo(95);
        assertThat(IMPACT.moves().stream()
                        .filter(move -> !move.stayed())
                        .mapToInt(PersonaMove::users)
                        .sum())
                .isEqualTo(IMPACT.changedPrimary());
    }

    @Test
    void a_changed_weight_is_found_in_the_rule_that_weighs_by_it() {
        assertThat(IMPACT.changes()).flatExtracting(UserChange::rules).anySatisfy(rule -> {
            assertThat(rule.conclusion()).isEqualTo("weight.growth against savings_builder");
            assertThat(rule.after()).isNegative();
        });
        assertThat(IMPACT.rules()).allSatisfy(rule -> assertThat(rule.phase()).isEqualTo("evidence"));
    }

    @Test
    void figures_are_those_of_the_rules_alone() {
        Figure macroF1 = figure("macro_f1");
        assertThat(macroF1.before()).isEqualTo(IMPACT.was().accuracy().macroF1());
        assertThat(macroF1.after()).isEqualTo(IMPACT.is().accuracy().macroF1());
        assertThat(macroF1.change().orElseThrow()).isNegative();
        assertThat(macroF1.difference().orElseThrow().value())
                .isCloseTo(macroF1.change().orElseThrow(), org.assertj.core.data.Offset.offset(1e-12));
        for (String name : List.of("correct", "false_personas", "calibration_error", "brier")) {
            Figure figure = figure(name);
            assertThat(figure.difference().orElseThrow().value())
                    .isCloseTo(figure.change().orElseThrow(), org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(figure("changed_users").after().orElseThrow().value())
                .isEqualTo(IMPACT.changes().size() / 95.0);
    }

    private static Figure figure(String name) {
        return IMPACT.figures().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_same_rules_change_nobody_and_threads_change_nothing() {
        Impact none = Impact.of(PEOPLE, RULES, RULES.with(Map.of("card_high", 0.5)), 1);
        assertThat(none.changes()).isEmpty();
        assertThat(none.advice()).isEmpty();
        assertThat(none.confidence())
                .allSatisfy(shift -> assertThat(shift.largest()).isZero());
        Impact one = Impact.of(PEOPLE, RULES, CHANGED, 1);
        assertThat(one.changes()).isEqualTo(IMPACT.changes());
        assertThat(one.figures()).isEqualTo(IMPACT.figures());
    }

    @Test
    void conditions_hold_figures_against_numbers() {
        double drop = -figure("macro_f1").change().orElseThrow();
        assertThat(happens("macro_f1 drops " + drop / 2)).isTrue();
        assertThat(happens("macro_f1 drops by " + 100 * drop / 2 + "%")).isTrue();
        assertThat(happens("macro_f1 drops " + 2 * drop)).isFalse();
        assertThat(happens("macro_f1 rises 0")).isFalse();
        assertThat(happens("changed_users above 0%")).isTrue();
        assertThat(happens("recall.savings_builder below 1")).isTrue();
    }

    private static boolean happens(String text) {
        return Condition.parse(text, Figures.names(List.of("savings_builder")))
                .happens(IMPACT)
                .orElseThrow();
    }

    @Test
    void what_is_no_condition_is_refused() {
        assertThatThrownBy(() -> happens("macro_f1 sinks 0.01")).hasMessageContaining("drops|rises|above|below");
        assertThatThrownBy(() -> happens("macrof1 drops 0.01")).hasMessageContaining("did you mean macro_f1?");
    }
}
