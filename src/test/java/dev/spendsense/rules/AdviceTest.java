package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.Recommendation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is advised, what is held back and why, and what is left. */
class AdviceTest {

    private static List<String> codes(Findings findings, Kind kind) {
        return findings.recommendations().stream()
                .filter(piece -> piece.kind() == kind)
                .map(Recommendation::code)
                .toList();
    }

    private static Recommendation piece(Findings findings, String code) {
        return findings.recommendations().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_full_card_is_quoted_with_the_users_own_figures() {
        assertThat(piece(Shipped.findings(Lives.fullCard()), "utilization_interest")
                        .rationale())
                .isEqualTo("Your Visa ending 4521 is at 80% of its limit ($3,980 of $5,000);"
                        + " interest cost you $80 last month.");
    }

    @Test
    void nothing_is_offered_that_the_user_has_and_the_reason_is_kept() {
        Findings findings = Shipped.findings(Lives.saver());
        assertThat(codes(findings, Kind.OFFER)).doesNotContain("high_yield_savings");
        assertThat(findings.blocked()).anySatisfy(blocked -> {
            assertThat(blocked.code()).isEqualTo("high_yield_savings");
            assertThat(blocked.reason()).isEqualTo("eligibility: the user has a savings account");
        });
    }

    @Test
    void whoever_cannot_carry_more_credit_is_offered_none() {
        for (HistoryBuilder life : List.of(
                Lives.overdueCard(), Lives.brimfulCard(), Lives.fullCard().annualIncome(20_000))) {
            Findings findings = Shipped.findings(life);
            assertThat(codes(findings, Kind.OFFER))
                    .doesNotContain("balance_transfer_card")
                    .contains("credit_counseling");
            assertThat(findings.blocked()).extracting("code").contains("balance_transfer_card");
        }
        assertThat(codes(Shipped.findings(Lives.fullCard()), Kind.OFFER)).contains("balance_transfer_card");
    }

    @Test
    void advice_that_shames_is_held_back_and_the_next_takes_its_place() {
        Findings before = Shipped.findings(Lives.saver());
        Findings after = Shipped.withContent("Your saving habit works", "You were bad with Money so far")
                .evaluate(Lives.saver().build());
        assertThat(codes(before, Kind.EDUCATION)).contains("saving_habit");
        assertThat(codes(after, Kind.EDUCATION)).doesNotContain("saving_habit").hasSizeGreaterThanOrEqualTo(3);
        assertThat(after.blocked())
                .extracting("code", "reason")
                .contains(tuple("saving_habit", "tone: the text shames or alarms"));
    }

    @Test
    void words_with_a_replacement_are_replaced_wherever_they_stand() {
        Findings findings = Shipped.withContent("When more goes out than comes in", "When You Overspend")
                .evaluate(Lives.spender().build());
        assertThat(piece(findings, "spending_over_income").title())
                .isEqualTo("When your spending is above your income");
    }

    @Test
    void five_lessons_and_three_offers_are_the_most_after_blocking() {
        Findings all = Shipped.RULES
                .with(Map.of("education_at_most", 99.0, "offers_at_most", 99.0))
                .evaluate(Lives.spender().build());
        Findings findings = Shipped.findings(Lives.spender());
        assertThat(codes(all, Kind.EDUCATION)).hasSizeGreaterThan(5);
        assertThat(codes(findings, Kind.EDUCATION)).hasSize(5);
        assertThat(codes(all, Kind.EDUCATION)).containsAll(codes(findings, Kind.EDUCATION));
        assertThat(findings.recommendations())
                .noneMatch(piece -> findings.blocked().stream()
                        .anyMatch(blocked -> blocked.code().equals(piece.code())));
    }

    @Test
    void too_few_are_given_as_too_few() {
        Findings findings = Shipped.findings(Lives.stranger());
        assertThat(codes(findings, Kind.EDUCATION)).hasSizeLessThan(3);
    }

    @Test
    void generic_advice_fills_in_up_to_three_and_comes_last() {
        Findings findings = Shipped.findings(Lives.quiet());
        assertThat(codes(findings, Kind.EDUCATION)).hasSize(3).contains("below_means");
        assertThat(Shipped.RULES
                        .with(Map.of("education_at_least", 1.0))
                        .evaluate(Lives.quiet().build())
                        .recommendations())
                .filteredOn(piece -> piece.kind() == Kind.EDUCATION)
                .extracting(Recommendation::code)
                .containsExactly("below_means");
    }

    @Test
    void every_piece_carries_the_disclosure() {
        assertThat(Shipped.findings(Lives.spender()).recommendations())
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.disclosure())
                        .isEqualTo("This is educational content, not financial advice."
                                + " Consult a licensed advisor for personalized guidance."));
    }
}
