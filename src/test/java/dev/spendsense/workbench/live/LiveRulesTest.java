package dev.spendsense.workbench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.workbench.SmallRules;
import dev.spendsense.workbench.live.Reload.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change under those who use them. */
class LiveRulesTest {

    private static final List<Path> SCENARIOS = List.of(Path.of("scenarios"));

    private static final History SOMEBODY = new Simulation(
                    ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of())))
            .live(5)
            .history();

    private static final LocalDate LAST = SOMEBODY.asOf();

    @TempDir
    private static Path compiled;

    @TempDir
    private Path home;

    private SmallRules rules;
    private LiveRules live;
    private final List<Reload> heard = new ArrayList<>();

    @BeforeEach
    void begin() {
        rules = SmallRules.in(home.resolve("rules"));
        live = new LiveRules(rules.folder(), Optional.empty(), CompiledStore.in(compiled), SCENARIOS);
        live.listen(heard::add);
    }

    private static double confidence(Findings findings) {
        return findings.primaryPersona().map(PersonaAssignment::confidence).orElseThrow();
    }

    @Test
    void nothing_judges_before_a_trial_was_passed() {
        assertThatThrownBy(live::current).isInstanceOf(NoSuchElementException.class);
        rules.calm(0.5);
        assertThat(live.reload().outcome()).isEqualTo(Outcome.REFUSED);
        assertThatThrownBy(live::current).isInstanceOf(NoSuchElementException.class);
        rules.calm(0.95);
        assertThat(live.reload().outcome()).isEqualTo(Outcome.SWAPPED);
        assertThat(confidence(live.current().evaluate(SOMEBODY))).isEqualTo(0.95);
    }

    @Test
    void a_changed_folder_is_swapped_in_once_it_stands_still() {
        live.reload();
        String before = live.current().revision();
        Instant now = Instant.parse("2026-07-15T12:00:00Z");
        assertThat(live.look(now)).isEmpty();
        rules.calm(0.97);
        assertThat(live.look(now.plusSeconds(1))).isEmpty();
        assertThat(live.current().revision()).isEqualTo(before);
        assertThat(live.look(now.plusSeconds(2)).orElseThrow().outcome()).isEqualTo(Outcome.SWAPPED);
        assertThat(live.current().revision())
                .isNotEqualTo(before)
                .isEqualTo(rules.source().revision());
        assertThat(live.look(now.plusSeconds(3))).isEmpty();
        assertThat(heard).extracting(Reload::outcome).containsExactly(Outcome.SWAPPED, Outcome.SWAPPED);
    }

    @Test
    void what_is_broken_is_refused_with_its_faults_and_the_old_goes_on() {
        live.reload();
        RuleBase old = live.current();
        Findings found = old.evaluate(SOMEBODY);

        rules.edit(SmallRules.RANKING, "assignment_floor", "assignment_flor");
        live.reload();
        rules.edit(SmallRules.RANKING, "assignment_flor", "assignment_floor").calm(0.2);
        live.reload();
        rules.calm(1).edit(SmallRules.CASE, "rank", "rnk");
        live.reload();

        assertThat(live.current()).isSameAs(old);
        assertThat(live.current().evaluate(SOMEBODY)).isEqualTo(found);
        assertThat(heard)
                .extracting(Reload::outcome)
                .containsExactly(Outcome.SWAPPED, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED);
        assertThat(heard.get(1).trial().check().faults())
                .singleElement()
                .asString()
                .contains("personas/ranking.drl:11", "assignment_flor", "did you mean assignment_floor?");
        assertThat(heard.get(2).trial().failed())
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.failures()).singleElement().asString().contains("calm", "0.2"));
        assertThat(heard.get(3).trial().obstacles()).hasSize(1);
    }

    @Test
    void other_cases_alone_swap_nothing() {
        live.reload();
        RuleBase old = live.current();
        rules.edit(SmallRules.CASE, "0.9", "0.8");
        assertThat(live.reload().outcome()).isEqualTo(Outcome.SAME);
        assertThat(live.current()).isSameAs(old);
    }

    @Test
    void a_process_can_begin_with_rules_that_were_kept() {
        RuleBase kept = RuleBase.load(rules.source(), CompiledStore.in(compiled));
        rules.edit(SmallRules.RANKING, "rule \"Assign\"", "rul \"Assign\"");
        LiveRules restarted = new LiveRules(rules.folder(), Optional.of(kept), CompiledStore.in(compiled), SCENARIOS);
        assertThat(restarted.reload().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(restarted.current()).isSameAs(kept);
    }

    @Test
    void an_evaluation_goes_on_with_the_rules_it_began_with() {
        rules.calm(0.91);
        live.reload();
        RuleBase begunWith = live.current();
        Findings first = begunWith.evaluate(SOMEBODY, LAST.minusDays(7));
        rules.calm(0.92);
        CompletableFuture.runAsync(live::reload).join();
        Findings second = begunWith.evaluate(SOMEBODY, LAST);
        assertThat(second.revision()).isEqualTo(first.revision());
        assertThat(confidence(second)).isEqualTo(0.91);
        assertThat(live.current().evaluate(SOMEBODY).revision()).isNotEqualTo(first.revision());
        assertThat(confidence(live.current().evaluate(SOMEBODY))).isEqualTo(0.92);
    }

    @Test
    @Timeout(60)
    void whoever_evaluates_while_rules_are_swapped_sees_one_revision_at_a_time() throws Exception {
        double[] confidences = {0.91, 0.92};
        Set<String> revisions = new HashSet<>();
        rules.calm(confidences[0]);
        live.reload();
        revisions.add(live.current().revision());
        BlockingQueue<List<Findings>> judged = new ArrayBlockingQueue<>(1);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> judging = CompletableFuture.runAsync(() -> {
            List<LocalDate> looks = List.of(LAST.minusDays(60), LAST.minusDays(30), LAST);
            while (!enough.get()) {
                judged.clear();
                judged.add(live.current().evaluate(SOMEBODY, looks));
            }
        });
        Set<String> seen = new HashSet<>();
        for (int swap = 1; swap <= 12; swap++) {
            double wanted = confidences[swap % 2];
            rules.calm(wanted);
            assertThat(live.reload().outcome()).isEqualTo(Outcome.SWAPPED);
            revisions.add(live.current().revision());
            List<Findings> all;
            do {
                all = judged.take();
                assertThat(all)
                        .extracting(Findings::revision)
                        .containsOnly(all.get(0).revision());
                assertThat(all.stream().map(LiveRulesTest::confidence).collect(Collectors.toSet()))
                        .hasSize(1);
                seen.add(all.get(0).revision());
            } while (confidence(all.get(0)) != wanted);
        }
        enough.set(true);
        judging.join();
        assertThat(seen).isEqualTo(revisions).hasSize(2);
    }
}
