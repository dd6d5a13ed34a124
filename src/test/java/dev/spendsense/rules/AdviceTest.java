package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.Recommendation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for all advice whatever its words; the words themselves are tried in {@code rules/tests}. */
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
    void words_with_a_replacement_are_replaced_wherever_they_stand() {
        Findings findings = Shipped.withContent("When more goes out than comes in", "When You Overspend")
                .evaluate(Lives.spender().build());
        assertThat(piece(findings, "spending_over_income").title())
                .isEqualTo("When your spending is above your income");
    }

    @Test
    void five_lessons_and_three_offers_are_the_most_after_blocking() {
        Findings all = Shipped.RULES
                .with(Map.of("education_at_most", 99.0, "offers_at_most", 99.0, "prior.high_utilization", 10.0))
                .evaluate(Lives.spender().build());
        Findings findings = Shipped.RULES
                .with(Map.of("prior.high_utilization", 10.0))
                .evaluate(Lives.spender().build());
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
    void every_piece_carries_the_disclosure() {
        assertThat(Shipped.findings(Lives.spender()).recommendations())
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.disclosure())
                        .isEqualTo("This is educational content, not financial advice."
                                + " Consult a licensed advisor for personalized guidance."));
    }
}
