package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is taken for what, how surely, and what comes first. */
class PersonasTest {

    private static List<String> personas(Findings findings) {
        return findings.personas().stream().map(PersonaAssignment::persona).toList();
    }

    private static double confidence(Findings findings, String persona) {
        return findings.scores().stream()
                .filter(score -> score.persona().equals(persona))
                .mapToDouble(Score::confidence)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_plain_life_has_its_persona_first() {
        assertThat(personas(Shipped.findings(Lives.fullCard()))).first().isEqualTo("high_utilization");
        assertThat(personas(Shipped.findings(Lives.irregularPay()))).first().isEqualTo("variable_income");
        assertThat(personas(Shipped.findings(Lives.subscriber()))).first().isEqualTo("subscription_heavy");
        assertThat(personas(Shipped.findings(Lives.saver()))).first().isEqualTo("savings_builder");
        assertThat(personas(Shipped.findings(Lives.spender()))).first().isEqualTo("overspender");
        assertThat(personas(Shipped.findings(Lives.quiet()))).containsExactly("balanced");
    }

    @Test
    void a_dollar_of_interest_meets_the_criterion_but_makes_no_confident_high_utilizer() {
        Findings findings = Shipped.findings(Lives.dollarOfInterest());
        assertThat(findings.candidates()).extracting("persona").contains("high_utilization");
        assertThat(confidence(findings, "high_utilization")).isLessThan(0.05);
        assertThat(personas(findings)).doesNotContain("high_utilization");
    }

    @Test
    void one_large_purchase_alone_is_not_overspending() {
        Findings findings = Shipped.findings(Lives.oneLargePurchase());
        assertThat(findings.candidates()).extracting("persona").doesNotContain("overspender");
        assertThat(personas(findings)).doesNotContain("overspender");
    }

    @Test
    void balanced_stands_alone_and_is_as_sure_as_nothing_else_is_likely() {
        Findings findings = Shipped.findings(Lives.quiet());
        double highest =
                findings.scores().stream().mapToDouble(Score::confidence).max().orElseThrow();
        assertThat(findings.personas()).hasSize(1);
        assertThat(findings.personas().get(0).confidence()).isEqualTo(1 - highest);
    }

    @Test
    void a_persona_without_its_criterion_is_not_assigned_however_much_speaks_for_it() {
        Findings findings = Shipped.RULES
                .with(Map.of("prior.savings_builder", 9.0))
                .evaluate(Lives.quiet().build());
        assertThat(confidence(findings, "savings_builder")).isEqualTo(0.03);
        assertThat(personas(findings)).containsExactly("balanced");
    }

    @Test
    void an_overspender_outranks_the_full_card_that_follows_from_it() {
        RuleBase rules = Shipped.RULES.with(Map.of("prior.high_utilization", 9.0));
        Findings findings = rules.evaluate(Lives.spender().build());
        assertThat(confidence(findings, "high_utilization")).isGreaterThan(confidence(findings, "overspender"));
        assertThat(personas(findings)).startsWith("overspender", "high_utilization");
    }

    @Test
    void an_unlikely_overspender_outranks_nobody() {
        RuleBase rules = Shipped.RULES.with(Map.of("prior.high_utilization", 9.0, "prior.overspender", -6.5));
        Findings findings = rules.evaluate(Lives.spender().build());
        assertThat(confidence(findings, "overspender")).isBetween(0.1, 0.5);
        assertThat(personas(findings)).startsWith("high_utilization", "overspender");
    }

    @Test
    void an_overspender_yields_to_variable_income() {
        Findings findings = Shipped.findings(Lives.irregularSpender());
        assertThat(personas(findings)).startsWith("variable_income", "overspender");
    }

    @Test
    void three_personas_are_the_most() {
        RuleBase eager = Shipped.RULES.with(Map.of(
                "prior.high_utilization", 20.0, "prior.subscription_heavy", 20.0, "prior.savings_builder", 20.0));
        HistoryBuilder everything = Lives.irregularSpender()
                .savings(2_000)
                .card(200, 5_000)
                .post(2, 12, 60, "Interest Charge", dev.spendsense.bank.Category.BANK_FEES_INTEREST_CHARGE);
        for (int ago = 165; ago > 0; ago -= 30) {
            everything.save(1, ago, 300);
        }
        Findings findings = eager.evaluate(everything.build());
        assertThat(findings.candidates())
                .extracting("persona")
                .contains("high_utilization", "savings_builder", "overspender", "variable_income");
        assertThat(findings.personas()).extracting(PersonaAssignment::rank).containsExactly(1, 2, 3);
    }

    @Test
    void a_stranger_of_ten_days_is_judged_without_a_fault() {
        assertThat(personas(Shipped.findings(Lives.stranger()))).containsExactly("balanced");
    }
}
