package dev.spendsense.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as trying a rule on both sides of its boundary, and what does not. */
class BoundaryTest {

    private static final String CARD = "cards: {visa: {limit: 5000, owed: %s, statements: [{closed: 10d ago}]}}";

    @TempDir
    private Path folder;

    private TestReport judge(String rule, String first, String second) {
        return Written.report(folder, """
                as_of: 2026-07-15
                cases:
                  - name: a card
                    given: {accounts: {checking: 3000}}
                    boundary_of: [%s]
                    variants:
                      - {name: first, %s}
                      - {name: second, %s}
                """.formatted(rule, first, second));
    }

    private static String owing(String dollars) {
        return "given: {" + CARD.formatted(dollars) + "}";
    }

    private static List<String> failures(TestReport report) {
        return report.results().stream().flatMap(one -> one.failures().stream()).toList();
    }

    @Test
    void a_rule_that_concludes_on_one_side_of_a_step_only_is_tried() {
        TestReport report = judge("Utilization of the fullest card", owing("2500"), owing("2499"));
        assertThat(failures(report)).isEmpty();
        assertThat(report.triedAtBoundary()).containsExactly("Utilization of the fullest card");
    }

    @Test
    void parameters_can_be_the_step() {
        String same = CARD.formatted("2500");
        assertThat(failures(judge(
                        "Utilization of the fullest card",
                        "given: {" + same + "}, parameters: {card_high: 0.5}",
                        "given: {" + same + "}, parameters: {card_high: 0.51}")))
                .isEmpty();
    }

    @Test
    void a_leap_is_no_boundary() {
        TestReport report = judge("Utilization of the fullest card", owing("4000"), owing("1000"));
        assertThat(failures(report))
                .containsExactly("boundary: the variants are not one step apart: visa differs by more than a step");
        assertThat(report.triedAtBoundary()).isEmpty();
        assertThat(failures(judge(
                        "Utilization of the fullest card",
                        owing("2500"),
                        owing("2499") + ", parameters: {card_high: 0.51}")))
                .containsExactly(
                        "boundary: the variants are not one step apart: more than one thing differs: card_high, visa");
        assertThat(failures(judge(
                        "Utilization of the fullest card",
                        owing("2500"),
                        owing("2500") + ", parameters: {card_high: 0.6}")))
                .containsExactly(
                        "boundary: the variants are not one step apart: card_high differs by more than a step");
    }

    @Test
    void the_rule_has_to_tell_the_two_apart_in_the_right_order() {
        assertThat(failures(judge("Utilization of the fullest card", owing("2502"), owing("2501"))))
                .containsExactly("boundary of rule \"Utilization of the fullest card\": expected no such conclusion in"
                        + " the second variant, was the same: credit_utilization 180d, credit_utilization 30d");
        TestReport wrongWay = judge("Utilization of the fullest card", owing("2499"), owing("2500"));
        assertThat(failures(wrongWay))
                .containsExactly("boundary of rule \"Utilization of the fullest card\": expected a conclusion in the"
                        + " first variant, was none");
        assertThat(wrongWay.triedAtBoundary()).isEmpty();
    }

    @Test
    void a_case_that_fails_tries_nothing() {
        TestReport report = judge(
                "Utilization of the fullest card", owing("2500") + ", expect: {personas: [balanced]}", owing("2499"));
        assertThat(report.passed()).isFalse();
        assertThat(report.triedAtBoundary()).isEmpty();
        assertThat(RuleCoverage.of(Written.RULES, report).withoutBoundary()).hasSameSizeAs(Written.RULES.ruleNames());
    }
}
