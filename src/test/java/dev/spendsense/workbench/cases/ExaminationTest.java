package dev.spendsense.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure says what was expected, what was found, the threshold, and how far off it is. */
class ExaminationTest {

    private static final String CARD_AT_48_PERCENT = """
            as_of: 2026-07-15
            cases:
              - name: a card
                given:
                  accounts: {checking: 3000}
                  cards: {visa: {limit: 5000, owed: 2400, statements: [{closed: 10d ago}]}}
                  transactions:
                    - {every: 2w, amount: -1800, merchant: Acme, category: INCOME_WAGES}
                    - {every: 2d, amount: 40, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}
                expect: {%s}
            """;

    @TempDir
    private Path folder;

    private List<String> failures(String expected) {
        return Written.failures(folder, CARD_AT_48_PERCENT.formatted(expected));
    }

    @Test
    void what_comes_true_fails_nothing() {
        assertThat(failures("signals: {credit_utilization: {value: 0.48, detected: false}, is_overdue: unknown},"
                        + " personas: [balanced], absent: {signals: [credit_utilization], personas: [overspender],"
                        + " advice: [utilization_interest]}, advice: {below_means: '%'},"
                        + " because: [Income is steady], silent: [Interest was charged]"))
                .isEmpty();
    }

    @Test
    void a_signal_that_is_not_detected_tells_its_threshold_and_what_is_missing() {
        assertThat(failures("signals: {credit_utilization 30d: detected}"))
                .containsExactly("signal credit_utilization 30 d: expected detected, was 0.48"
                        + " (threshold card_high >= 0.5, 0.02 short)");
    }

    @Test
    void a_signal_that_should_be_absent_tells_how_far_it_is_beyond() {
        assertThat(failures("absent: {signals: [cash_cushion]}"))
                .singleElement()
                .asString()
                .matches("signal cash_cushion 180 d: expected absent, was detected at [0-9.]+"
                        + " \\(threshold buffer_thin >= 1, [0-9.]+ beyond\\)");
    }

    @Test
    void a_value_tells_by_how_much_it_is_off() {
        assertThat(failures("signals: {credit_utilization 180d: {value: 0.5, within: 0.01}}"))
                .containsExactly("signal credit_utilization 180 d: expected 0.5 within 0.01, was 0.48 (0.02 less)");
        assertThat(failures("signals: {is_overdue: {value: 1}}"))
                .containsExactly("signal is_overdue: expected 1, was unknown");
        assertThat(failures("signals: {median_pay_gap: unknown}"))
                .containsExactly("signal median_pay_gap 180 d: expected unknown, was 14");
    }

    @Test
    void a_persona_tells_confidence_and_criterion() {
        assertThat(failures("personas: {high_utilization: {rank: 1}}"))
                .singleElement()
                .asString()
                .matches(
                        "persona high_utilization: expected assigned, was not: confidence [0-9.]+, no criterion is met;"
                                + " assigned are balanced 0\\.97");
        assertThat(failures("personas: {balanced: {rank: 2, confidence: [0.98, 1]}}"))
                .containsExactly(
                        "persona balanced: expected rank 2, was rank 1 of balanced 0.97",
                        "persona balanced: expected confidence 0.98 to 1, was 0.97 (0.01 short)");
        assertThat(failures("personas: [overspender]"))
                .containsExactly("personas: expected overspender, were balanced 0.97");
    }

    @Test
    void advice_tells_what_was_given_instead_and_with_what_words() {
        assertThat(failures("advice: [utilization_interest]"))
                .singleElement()
                .asString()
                .startsWith("advice utilization_interest: expected, was not given; given were below_means");
        assertThat(failures("advice: {below_means: of your dreams}"))
                .singleElement()
                .asString()
                .startsWith("advice below_means: expected a rationale with \"of your dreams\", was \"");
        assertThat(failures("blocked: {below_means: tone}"))
                .singleElement()
                .asString()
                .startsWith("advice below_means: expected to be held back (tone), was not");
    }

    @Test
    void a_rule_tells_what_it_said() {
        assertThat(failures("because: [Utilization of the fullest card, A card is overdue]"))
                .containsExactly(
                        "rule \"A card is overdue\": expected to come to a conclusion,"
                                + " said only: Unmeasured[type=is_overdue, windowDays=30]",
                        "rule \"Utilization of the fullest card\": expected to come to a conclusion, said only:"
                                + " credit_utilization (30 days) is 48%, not >= 50% (card_high) and"
                                + " credit_utilization (180 days) is 48%, not >= 50% (card_high)");
        assertThat(failures("silent: [Income is steady]"))
                .singleElement()
                .asString()
                .startsWith("rule \"Income is steady\": expected to come to no conclusion, said steady_income");
    }
}
