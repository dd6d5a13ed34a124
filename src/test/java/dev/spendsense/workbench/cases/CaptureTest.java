package dev.spendsense.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.workbench.cases.Capture.Surprise;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user that is captured is small, surprises as before, and is written so that it can be read. */
class CaptureTest {

    private static final Scenario SCENARIO =
            ScenarioReader.read(ScenarioSource.load(Path.of("scenarios", "full-dataset.yaml"), List.of("seed=7")));
    private static final int ENOUGH = 5_000;

    @TempDir
    private Path folder;

    private static Life life(String profile) {
        Simulation simulation = new Simulation(SCENARIO);
        for (int i = 0; i < simulation.users(); i++) {
            Life life = simulation.live(i);
            if (life.truth().episodes().get(0).profile().equals(profile)) {
                return life;
            }
        }
        throw new AssertionError(profile);
    }

    private static String primary(History history) {
        return Written.RULES.evaluate(history).primaryPersona().orElseThrow().persona();
    }

    @Test
    void a_history_that_is_written_down_gives_the_same_books() {
        Simulation simulation = new Simulation(SCENARIO);
        for (int i = 0; i < simulation.users(); i += 6) {
            History history = simulation.live(i).history();
            History again = Books.keep(Transcript.of(history), history.asOf());
            assertThat(again.transactions()).as("user " + i).hasSameSizeAs(history.transactions());
            for (int slot = 0; slot < history.accounts().size(); slot++) {
                Account before = history.accounts().get(slot);
                Account after = again.accounts().get(slot);
                assertThat(again.balance(after, again.asOf())).isEqualTo(history.balance(before, history.asOf()));
                assertThat(again.statements(after))
                        .extracting("closingDate", "balance", "interest", "minimumPayment", "dueDate")
                        .isEqualTo(history.statements(before).stream()
                                .map(it -> org.assertj.core.groups.Tuple.tuple(
                                        it.closingDate(),
                                        it.balance(),
                                        it.interest(),
                                        it.minimumPayment(),
                                        it.dueDate()))
                                .toList());
            }
        }
    }

    @Test
    void a_captured_case_is_small_and_comes_true() {
        for (String profile : List.of("high_utilization", "savings_builder", "subscription_heavy")) {
            History history = life(profile).history();
            Capture capture =
                    Capture.of(Written.RULES, history, profile, new Surprise.OfPersona(primary(history)), ENOUGH);
            assertThat(capture.minimal()).as(profile).isTrue();
            assertThat(capture.after()).as(profile).isLessThan(40).isLessThan(capture.before() / 5);
            assertThat(Written.failures(folder, capture.yaml()))
                    .as(capture.yaml())
                    .isEmpty();
        }
    }

    @Test
    void a_signal_can_be_what_surprises() {
        History history = life("subscription_heavy").history();
        Capture capture = Capture.of(Written.RULES, history, "", new Surprise.OfSignal("recurring_merchants"), ENOUGH);
        // three subscriptions are many, and three charges make one
        assertThat(capture.after()).isEqualTo(9);
        assertThat(Written.failures(folder, capture.yaml())).isEmpty();
    }

    @Test
    void trials_that_run_out_give_what_was_found_until_then() {
        History history = life("savings_builder").history();
        Capture capture =
                Capture.of(Written.RULES, history, "savings_builder", new Surprise.OfPersona(primary(history)), 3);
        assertThat(capture.trials()).isEqualTo(3);
        assertThat(capture.minimal()).isFalse();
        assertThat(Written.failures(folder, capture.yaml())).isEmpty();
    }

    @Test
    void who_is_taken_for_balanced_keeps_what_speaks_for_the_planted_persona() {
        History history = life("savings_builder").history();
        var strict = Written.RULES.with(java.util.Map.of("assignment_floor", 0.999999));
        Capture capture = Capture.of(strict, history, "savings_builder", new Surprise.OfPersona("balanced"), ENOUGH);
        assertThat(capture.after()).isPositive();
        assertThat(capture.yaml()).contains("move: checking -> savings");
    }

    @Test
    void who_lacks_a_persona_cannot_be_captured_for_it() {
        History history = life("savings_builder").history();
        assertThatThrownBy(
                        () -> Capture.of(Written.RULES, history, "", new Surprise.OfPersona("variable_income"), ENOUGH))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("is not taken for variable_income but for savings_builder");
    }
}
