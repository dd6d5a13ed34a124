package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must not make a difference to findings, does not. */
class FindingsAgreeTest {

    private static final List<History> HISTORIES = histories();

    private static List<History> histories() {
        Simulation simulation = new Simulation(
                ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of("seed=4"))));
        return IntStream.range(0, simulation.users())
                .mapToObj(user -> simulation.live(user).history())
                .toList();
    }

    @Test
    void both_engines_reach_the_same_findings() {
        RuleBase classic = RuleLoader.classic(Shipped.SOURCE);
        for (History history : HISTORIES) {
            assertThat(classic.evaluate(history)).isEqualTo(Shipped.RULES.evaluate(history));
        }
    }

    @Test
    void the_order_in_which_facts_are_shown_changes_nothing() {
        for (int i = 0; i < HISTORIES.size(); i++) {
            History history = HISTORIES.get(i);
            Random random = new Random(i);
            Findings shuffled = new Evaluation(Shipped.RULES, Shipped.RULES.behavior(history), false, facts -> {
                        List<Object> other = new ArrayList<>(facts);
                        Collections.shuffle(other, random);
                        return other;
                    })
                    .run();
            assertThat(shuffled).isEqualTo(Shipped.RULES.evaluate(history));
        }
    }

    @Test
    void several_at_once_are_judged_as_one_after_the_other() {
        List<Findings> expected =
                HISTORIES.stream().map(Shipped.RULES::evaluate).toList();
        for (int time = 0; time < 10; time++) {
            assertThat(HISTORIES.parallelStream().map(Shipped.RULES::evaluate).toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_trace_changes_no_findings_and_names_the_rule_of_each_outcome() {
        History history = HISTORIES.get(0);
        Findings traced = Shipped.RULES.explain(Shipped.RULES.behavior(history));
        assertThat(traced.signals()).isEqualTo(Shipped.RULES.evaluate(history).signals());
        assertThat(traced.firings()).extracting(firing -> firing.rule()).contains("Utilization of the fullest card");
    }

    @Test
    void every_source_selects_the_very_transactions_it_counts() {
        for (History history : HISTORIES) {
            for (Signal signal : Shipped.RULES.evaluate(history).signals()) {
                for (Source source : signal.sources()) {
                    if (source.narrowed().isEmpty()) {
                        long count = history.transactions().stream()
                                .filter(source::selects)
                                .count();
                        long sum = history.transactions().stream()
                                .filter(source::selects)
                                .mapToLong(transaction -> transaction.amount())
                                .sum();
                        assertThat(source.count()).as(signal.text()).isEqualTo((int) count);
                        assertThat(source.sum()).as(signal.text()).isEqualTo(sum);
                    }
                }
            }
        }
    }

    @Test
    void everybody_gets_three_to_five_lessons_and_at_most_three_offers() {
        for (History history : HISTORIES) {
            List<Recommendation> advice = Shipped.RULES.evaluate(history).recommendations();
            assertThat(advice)
                    .filteredOn(item -> item.kind() == dev.spendsense.findings.Kind.EDUCATION)
                    .hasSizeBetween(3, 5);
            assertThat(advice)
                    .filteredOn(item -> item.kind() == dev.spendsense.findings.Kind.OFFER)
                    .hasSizeBetween(1, 3);
            assertThat(advice).allSatisfy(item -> {
                assertThat(item.rationale()).doesNotContain("{").doesNotContain("unknown");
                assertThat(item.disclosure())
                        .isEqualTo("This is educational content, not financial advice."
                                + " Consult a licensed advisor for personalized guidance.");
            });
        }
    }
}
