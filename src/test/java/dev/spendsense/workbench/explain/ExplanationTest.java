package dev.spendsense.workbench.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.workbench.explain.Criterion.Alternative;
import dev.spendsense.workbench.explain.Criterion.Condition;
import dev.spendsense.workbench.explain.Criterion.Limit;
import dev.spendsense.workbench.explain.Criterion.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chain from advice to transactions has no link missing, and its links hold. */
class ExplanationTest {

    private static final List<History> PEOPLE = People.every(8);

    private static Explanation explain(History history) {
        return Explanation.of(People.RULES, history, history.asOf());
    }

    private static void assertStands(List<RulePlace> rules) {
        assertThat(rules).isNotEmpty().allSatisfy(place -> {
            String text = People.RULES.source().texts().get(place.file());
            assertThat(text.lines().toList().get(place.line() - 1)).isEqualTo("rule \"" + place.rule() + "\"");
        });
    }

    @Test
    void every_conclusion_has_its_rule() {
        for (History history : PEOPLE) {
            Explanation explanation = explain(history);
            Findings findings = explanation.findings();
            assertThat(explanation.signals()).hasSameSizeAs(findings.signals());
            explanation.signals().forEach(it -> assertStands(it.rules()));
            explanation.advice().forEach(it -> assertStands(it.rules()));
            assertThat(explanation.advice()).hasSameSizeAs(findings.recommendations());
            explanation.heldBack().forEach(it -> {
                assertStands(it.drafted());
                assertStands(it.guardrails());
            });
            for (PersonaVerdict verdict : explanation.personas()) {
                if (verdict.assigned().isPresent()) {
                    assertStands(verdict.assignedBy());
                }
                verdict.scoring().ifPresent(it -> assertStands(it.rules()));
            }
            List<Evidence> weighed = explanation.personas().stream()
                    .flatMap(it -> it.scoring().stream())
                    .flatMap(it -> it.groups().stream())
                    .flatMap(it -> it.items().stream())
                    .peek(it -> assertStands(it.rules()))
                    .map(Scoring.Weighed::evidence)
                    .toList();
            assertThat(weighed).containsExactlyInAnyOrderElementsOf(findings.evidence());
        }
    }

    @Test
    void scores_are_the_sum_of_prior_and_groups() {
        for (History history : PEOPLE) {
            explain(history).personas().stream()
                    .flatMap(it -> it.scoring().stream())
                    .forEach(it -> assertThat(it.addsUp()).as(it.toString()).isTrue());
        }
    }

    @Test
    void transactions_add_up_to_what_was_noted() {
        for (History history : PEOPLE) {
            Explanation explanation = explain(history);
            Stream.concat(
                            explanation.signals().stream().flatMap(it -> it.sources().stream()),
                            explanation.advice().stream()
                                    .flatMap(it -> it.bindings().stream())
                                    .flatMap(it -> it.sources().stream()))
                    .forEach(opened -> {
                        assertThat(opened.confirmed())
                                .as(opened.source().toString())
                                .isTrue();
                        assertThat(opened.transactions())
                                .hasSize(opened.source().count());
                        assertThat(opened.transactions().stream()
                                        .mapToLong(Transaction::amount)
                                        .sum())
                                .isEqualTo(opened.source().sum());
                    });
        }
    }

    @Test
    void conditions_that_are_read_hold_where_the_rule_came_to_its_conclusion() {
        int met = 0;
        int failed = 0;
        for (History history : PEOPLE) {
            for (PersonaVerdict verdict : explain(history).personas()) {
                assertThat(verdict.criteria().isEmpty())
                        .isEqualTo(verdict.scoring().isEmpty());
                for (Criterion criterion : Stream.concat(verdict.criteria().stream(), verdict.assignment().stream())
                        .toList()) {
                    boolean holds = criterion.patterns().stream().allMatch(it -> it.state() == State.HOLDS);
                    assertThat(criterion.met())
                            .as(history.customer().id() + " " + criterion)
                            .isEqualTo(holds);
                    met += criterion.met() ? 1 : 0;
                    failed += criterion.met() ? 0 : 1;
                }
            }
        }
        assertThat(met).isPositive();
        assertThat(failed).isPositive();
    }

    @Test
    void one_subscription_short_is_told_with_value_threshold_and_distance() {
        History history = People.planted("subscription_heavy");
        double count = People.RULES
                .evaluate(history)
                .signal("recurring_merchants", 180)
                .orElseThrow()
                .value();
        RuleBase stricter = People.RULES.with(Map.of("subscriptions_many", count + 1));
        PersonaVerdict verdict = Explanation.of(stricter, history, history.asOf())
                .persona("subscription_heavy")
                .orElseThrow();
        assertThat(verdict.assigned()).isEmpty();
        assertThat(verdict.criteria()).isNotEmpty().allSatisfy(criterion -> {
            assertThat(criterion.met()).isFalse();
            Limit limit = limit(criterion, "recurring_merchants over 180 days");
            assertThat(limit.value()).hasValue(count);
            assertThat(limit.threshold()).isEqualTo("subscriptions_many");
            assertThat(limit.thresholdValue()).isEqualTo(count + 1);
            assertThat(limit.margin()).hasValue(-1);
        });
        Flips flips = Flips.of(stricter, history, history.asOf(), "subscription_heavy");
        assertThat(flips.gained()).isTrue();
        assertThat(flips.signals())
                .anySatisfy(it -> assertThat(it)
                        .extracting(Flip::name, Flip::from, Flip::to, Flip::notYet)
                        .containsExactly("recurring_merchants", count, count + 1, count));
        assertThat(flips.parameters())
                .anySatisfy(it -> assertThat(it)
                        .extracting(Flip::name, Flip::from, Flip::to, Flip::notYet)
                        .containsExactly("subscriptions_many", count + 1, count, count + 0.1));
    }

    private static Limit limit(Criterion criterion, String subject) {
        return criterion.patterns().stream()
                .flatMap(it -> it.alternatives().stream())
                .filter(it -> it.subject().equals(subject))
                .map(Alternative::conditions)
                .flatMap(List::stream)
                .map(Condition::limit)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }

    @Test
    void what_cannot_be_read_is_quoted_and_left_open() {
        RuleSource source = People.RULES.source();
        String file = "evidence/overspender.drl";
        String asked = "type == \"impulse_purchase_count\", detected";
        assertThat(source.texts().get(file)).contains(asked);
        RuleBase odd = RuleBase.load(
                source.with(file, source.texts().get(file).replace(asked, asked + ", value > windowDays")),
                dev.spendsense.rules.CompiledStore.none());
        History history = PEOPLE.get(0);
        Criterion criterion = Explanation.of(odd, history, history.asOf()).persona("overspender").stream()
                .flatMap(it -> it.criteria().stream())
                .filter(it -> it.rule().rule().contains("outsized"))
                .findFirst()
                .orElseThrow();
        assertThat(criterion.patterns().get(0).alternatives().get(0).conditions())
                .filteredOn(it -> it.state() == State.UNKNOWN)
                .extracting(Condition::text)
                .containsExactly("value > windowDays");
    }

    @Test
    void an_earlier_day_is_judged_by_what_was_known_then() {
        History history = PEOPLE.get(0);
        LocalDate earlier = history.asOf().minusDays(60);
        Explanation explanation = Explanation.of(People.RULES, history, earlier);
        assertThat(explanation.findings().asOf()).isEqualTo(earlier);
        assertThat(explanation.signals())
                .flatExtracting(MeasuredSignal::sources)
                .flatExtracting(OpenedSource::transactions)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.date()).isBeforeOrEqualTo(earlier));
    }

    @Test
    void who_does_not_consent_is_not_judged() {
        History history = PEOPLE.get(0);
        Customer it = history.customer();
        Customer unwilling = new Customer(it.id(), it.name(), it.age(), it.region(), it.annualIncome(), false);
        History kept = new History(
                unwilling,
                history.from(),
                history.asOf(),
                history.accounts(),
                history.transactions(),
                history.statements(),
                history.declined());
        assertThatThrownBy(() -> explain(kept))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not consent");
    }
}
