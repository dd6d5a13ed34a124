package dev.spendsense.web.rules.trial;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.json.CheckJson;
import dev.spendsense.json.ExplanationJson;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.run.Lives;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.rules.trial.TrialOrder.People;
import dev.spendsense.web.rules.trial.TrialOrder.Person;
import dev.spendsense.web.rules.trial.TrialOrder.Range;
import dev.spendsense.workbench.check.CheckReport;
import dev.spendsense.workbench.desk.Answer;
import dev.spendsense.workbench.desk.Desk;
import dev.spendsense.workbench.desk.Felt;
import dev.spendsense.workbench.desk.RuleDraft;
import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.impact.Impact;
import dev.spendsense.workbench.impact.Panel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Carries out orders, one at a time. It remembers the people of the last trial of many, so that the next is quicker. */
final class TrialBench {

    private final Consumer<Reply> replies;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final AtomicLong done = new AtomicLong();
    private volatile long total;
    private Remembered remembered;

    private record Remembered(People people, Lives lives, Panel panel) {}

    /**
     * What was tried.
     *
     * @param revision of the rules with the draft
     * @param check what is wrong with them
     * @param result missing when the rules cannot be used
     */
    private record Outcome(String revision, CheckJson check, Object result) {}

    private record ImpactResult(String population, List<Change> edits, List<String> failed, Impact impact) {}

    TrialBench(Consumer<Reply> replies) {
        this.replies = replies;
    }

    /** An exception that is caught in here keeps the process usable; it is out of memory when it ends. */
    void carryOut(String line) {
        try {
            TrialOrder order = TrialJson.MAPPER.readValue(line, TrialOrder.class);
            Outcome outcome = outcome(order);
            replies.accept(Reply.answer(TrialJson.MAPPER.valueToTree(outcome)));
        } catch (Unusable unusable) {
            replies.accept(Reply.refusal(unusable.field, unusable.getMessage()));
        } catch (InvalidScenario invalid) {
            replies.accept(Reply.refusal("people", invalid.getMessage()));
        } catch (IllegalArgumentException wrong) {
            replies.accept(Reply.refusal(null, wrong.getMessage()));
        } catch (RuntimeException | StackOverflowError failure) {
            replies.accept(ofRules(failure)
                    .map(why -> Reply.refusal("draft", why))
                    .orElseGet(() -> Reply.failure(failure.toString())));
        }
    }

    /** What a rule did wrong when it judged somebody; empty when it was no rule. */
    private static Optional<String> ofRules(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(RuleFailure.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }

    /** A field of the order is wrong. */
    private static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;

        Unusable(String field, String message) {
            super(message);
            this.field = field;
        }
    }

    private Outcome outcome(TrialOrder order) {
        Path folder = Path.of(order.folder());
        ScenarioShelf shelf =
                new ScenarioShelf(order.scenarios().stream().map(Path::of).toList());
        Desk desk = new Desk(folder, CompiledStore.standard(), shelf.folders());
        RuleDraft draft = order.draft();
        return switch (order.kind()) {
            case CHECK -> new Outcome(null, json(desk.check(draft)), null);
            case TEST -> outcome(desk.test(draft), Function.identity());
            case IMPACT -> {
                Panel panel = panel(order.people(), shelf, folder);
                yield outcome(
                        field("fail_if", () -> desk.impact(draft, panel, order.failIf(), threads)),
                        felt -> result(order.people(), felt));
            }
            case SWEEP -> {
                Range range = order.sweep();
                Lives lives = lives(order.people(), shelf);
                begin(lives.users());
                yield outcome(
                        field(
                                "parameter",
                                () -> desk.sweep(
                                        draft,
                                        lives.told(this::told),
                                        range.parameter(),
                                        range.from(),
                                        range.to(),
                                        range.steps(),
                                        threads)),
                        Function.identity());
            }
            case EXPLAIN -> explain(desk, draft, order.user());
        };
    }

    private interface Work<T> {
        T done();
    }

    private static <T> T field(String name, Work<T> work) {
        try {
            return work.done();
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(name, wrong.getMessage());
        }
    }

    private static ImpactResult result(People people, Felt felt) {
        return new ImpactResult(people.title(), felt.edits(), felt.failed(), felt.impact());
    }

    private static <T> Outcome outcome(Answer<T> answer, Function<T, ?> shown) {
        return new Outcome(
                answer.revision(),
                json(answer.check()),
                answer.result().map(shown).orElse(null));
    }

    private static CheckJson json(CheckReport report) {
        return CheckJson.of(Path.of("rules"), report);
    }

    private void begin(long users) {
        done.set(0);
        total = users;
    }

    private void told() {
        replies.accept(Reply.progress(done.incrementAndGet(), total));
    }

    private Lives lives(People people, ScenarioShelf shelf) {
        if (remembered != null && remembered.people.equals(people)) {
            return remembered.lives;
        }
        remembered = null; // before there are two
        Lives kept = people.dataset() == null
                ? Lives.of(ScenarioReader.read(shelf.source(people.scenario(), people.overrides())))
                        .told(this::told)
                        .kept(threads)
                : read(people);
        remembered = new Remembered(people, kept, null);
        return kept;
    }

    private Lives read(People people) {
        try (Dataset dataset = Dataset.open(Path.of(people.dataset()))) {
            return Lives.of(dataset, people.users()).told(this::told).kept(threads);
        }
    }

    private Panel panel(People people, ScenarioShelf shelf, Path folder) {
        RuleBase rules;
        try {
            rules = RuleBase.load(RuleSource.read(folder), CompiledStore.standard());
        } catch (BrokenRules broken) {
            throw new Unusable(
                    null,
                    "the rules as they are cannot be used, so that nothing can be held against them: "
                            + broken.faults().get(0));
        }
        begin(0);
        Lives lives = lives(people, shelf);
        begin((long) lives.users() * 2);
        Panel panel = remembered.panel;
        if (panel == null || !panel.rules().concludesLike(rules)) {
            panel = Panel.of(lives.told(this::told), rules, threads);
            remembered = new Remembered(people, lives, panel);
        } else {
            done.set(lives.users());
        }
        return panel;
    }

    private static Outcome explain(Desk desk, RuleDraft draft, Person person) {
        try (Dataset dataset = Dataset.open(Path.of(person.dataset()))) {
            History history = dataset.history(person.id());
            List<LocalDate> looks = dataset.looks();
            LocalDate last = looks.isEmpty() ? history.asOf() : looks.get(looks.size() - 1);
            LocalDate asOf = person.asOf() == null ? last : person.asOf();
            if (asOf.isBefore(history.from()) || asOf.isAfter(history.asOf())) {
                throw new Unusable(
                        "as_of", asOf + "; expected a day of the history, " + history.from() + " to " + history.asOf());
            }
            Optional<String> persona = Optional.ofNullable(person.persona());
            return outcome(desk.explain(draft, history, asOf, persona), explained -> {
                if (persona.isPresent() && explained.flips().isEmpty()) {
                    throw new Unusable("persona", persona.get() + "; expected a persona of the vocabulary");
                }
                return ExplanationJson.of(explained.explanation(), explained.flips(), Optional.empty(), persona);
            });
        }
    }
}
