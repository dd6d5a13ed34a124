package dev.spendsense.workbench.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import dev.spendsense.report.Postings;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.facts.Supposition;
import dev.spendsense.workbench.cases.Rewritten;
import dev.spendsense.workbench.explain.Flip.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every change that is told does what is told, and a slightly smaller one does not. */
class FlipsTest {

    private static final RuleBase RULES = People.RULES;
    private static final History OVERSPENDER = People.planted("overspender");
    private static final History BALANCED = People.planted("balanced");
    private static final Flips LOST = flips(OVERSPENDER, "overspender");
    private static final Flips GAINED = flips(BALANCED, "overspender");

    private static Flips flips(History history, String persona) {
        return Flips.of(RULES, history, history.asOf(), persona);
    }

    @Test
    void changes_flip_and_slightly_smaller_ones_do_not() {
        assertThat(LOST.gained()).isFalse();
        assertThat(GAINED.gained()).isTrue();
        assertThat(GAINED.signals()).isNotEmpty();
        assertThat(LOST.parameters()).isNotEmpty();
        assertFlips(OVERSPENDER, LOST);
        assertFlips(BALANCED, GAINED);
        assertFlips(BALANCED, flips(BALANCED, "balanced"));
    }

    private static void assertFlips(History history, Flips flips) {
        assertThat(RULES.evaluate(history).persona(flips.persona()).isEmpty()).isEqualTo(flips.gained());
        assertThat(flips.histories()).isNotEmpty();
        for (List<Flip> kind : List.of(flips.signals(), flips.parameters(), flips.histories())) {
            for (Flip flip : kind) {
                assertThat(flip.from()).isNotEqualTo(flip.to());
                assertThat(has(history, flip, flip.to(), flips.persona()))
                        .as(flip + " flips")
                        .contains(flips.gained());
                assertThat(has(history, flip, flip.notYet(), flips.persona()))
                        .as(flip + " does not flip sooner")
                        .isNotEqualTo(Optional.of(flips.gained()));
                assertThat(flip.after().isPresent()).isEqualTo(flips.gained());
            }
        }
    }

    /** Whether the persona is assigned with a value in place; empty when there can be no such thing. */
    private static Optional<Boolean> has(History history, Flip flip, double value, String persona) {
        Optional<Findings> found = switch (flip.kind()) {
            case SIGNAL ->
                Optional.of(
                        RULES.suppose(RULES.behavior(history), new Supposition(flip.name(), flip.windowDays(), value)));
            case PARAMETER -> Optional.of(RULES.with(Map.of(flip.name(), value)).evaluate(history));
            case AMOUNTS -> times(history, flip, value).map(RULES::evaluate);
            case OPENING_BALANCE -> opened(history, flip.name(), value).map(RULES::evaluate);
        };
        return found.map(it -> it.persona(persona).isPresent());
    }

    private static Optional<History> times(History history, Flip flip, double factor) {
        Set<String> chosen = new Postings(history)
                .selected(flip.source().orElseThrow()).orElseThrow().stream()
                        .map(Transaction::id)
                        .collect(Collectors.toSet());
        return new Rewritten(history)
                .withAmounts(it -> chosen.contains(it.id()) ? Math.round(it.amount() * factor) : it.amount());
    }

    private static Optional<History> opened(History history, String id, double dollars) {
        Account account = history.accounts().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Rewritten(history).withOpeningBalance(account, Math.round(dollars * 100));
    }

    @Test
    void the_smallest_in_proportion_comes_first() {
        assertThat(LOST.parameters()).extracting(Flip::relative).isSorted();
        assertThat(LOST.smallest(Kind.PARAMETER)).contains(LOST.parameters().get(0));
        assertThat(LOST.trials()).isPositive();
    }

    @Test
    void what_the_user_did_is_changed_with_all_that_follows() {
        assertThat(LOST.histories())
                .as("an overspender who is paid more, or spends less, is none")
                .anySatisfy(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.AMOUNTS);
                    assertThat(it.source().orElseThrow().sum()).isNegative();
                    assertThat(it.to()).isGreaterThan(1);
                })
                .anySatisfy(it -> {
                    assertThat(it.source().orElseThrow().sum()).isPositive();
                    assertThat(it.to()).isLessThan(1);
                });
    }

    @Test
    void a_supposition_changes_one_signal_and_what_follows_from_it() {
        Behavior behavior = RULES.behavior(BALANCED);
        Findings before = RULES.evaluate(behavior);
        Signal signal = before.signal("spending_to_income_ratio", 180).orElseThrow();
        Findings after = RULES.suppose(behavior, new Supposition(signal.type(), signal.windowDays(), 1.5));
        Signal supposed = after.signal(signal.type(), signal.windowDays()).orElseThrow();
        assertThat(supposed.value()).isEqualTo(1.5);
        assertThat(supposed.detected()).isTrue();
        assertThat(supposed.sources()).isEqualTo(signal.sources());
        assertThat(after.signals().stream().filter(it -> !it.equals(supposed)))
                .isEqualTo(before.signals().stream()
                        .filter(it -> !it.equals(signal))
                        .toList());
        assertThat(after.persona("overspender")).isPresent();
        assertThat(RULES.evaluate(behavior)).isEqualTo(before);
    }

    @Test
    void signals_alone_are_what_the_short_search_tries() {
        History history = People.planted("balanced");
        Flips flips = Flips.ofSignals(RULES, history, history.asOf(), "overspender");
        assertThat(flips.signals())
                .isEqualTo(
                        Flips.of(RULES, history, history.asOf(), "overspender").signals());
        assertThat(flips.parameters()).isEmpty();
        assertThat(flips.histories()).isEmpty();
        int known = RULES.evaluate(BALANCED).signals().size();
        long moved = flips.signals().stream()
                .map(it -> it.name() + it.windowDays())
                .distinct()
                .count();
        assertThat(flips.impossible().size() + moved).isEqualTo(known);
    }

    @Test
    void the_nearest_figure_is_found_to_the_step() {
        Grid cents = Grid.ofSignal(Unit.USD);
        assertThat(cents.nearest(10.004, 1, it -> it >= 123.45)).contains(new Grid.Found(123.45, 123.44));
        assertThat(cents.nearest(10.004, -1, it -> it <= -7.5)).contains(new Grid.Found(-7.5, -7.49));
        assertThat(cents.nearest(10.004, 1, it -> it > 10.004)).contains(new Grid.Found(10.01, 10.004));
        assertThat(cents.nearest(10, 1, it -> it > 10)).contains(new Grid.Found(10.01, 10));
        assertThat(cents.nearest(10, 1, it -> false)).isEmpty();
        assertThat(Grid.ofSignal(Unit.FLAG).nearest(1, 1, it -> true)).isEmpty();
        assertThat(Grid.ofSignal(Unit.FLAG).nearest(1, -1, it -> true)).contains(new Grid.Found(0, 1));
        Grid share = Grid.ofParameter(Unit.SHARE);
        assertThat(share.nearest(1.9, 1, it -> it >= 2)).contains(new Grid.Found(2, 1.9999));
        assertThat(share.nearest(1.9, 1, it -> it > 2))
                .as("no parameter can be more")
                .isEmpty();
    }
}
