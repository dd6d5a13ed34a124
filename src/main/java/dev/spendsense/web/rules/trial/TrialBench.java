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
import dev.spendsense.workbench.impact.Panel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Carries out orders, one at a time. It remembers the people of the last trial of many, so that the next is quicker. */
final class TrialBench {

    private final Consumer<Reply> replies;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private long done;
    private long total;
    private Remembered remembered;

    private record Remembered(People people, Lives lives, Panel panel) {}

    private interface Shown<T> {
        TrialAnswer of(String revision, CheckJson check, T result);
    }

    TrialBench(Consumer<Reply> replies) {
        this.replies = replies;
    }

    /** An exception that is caught in here keeps the process usable; it is out of memory when it ends. */
    void carryOut(String line) {
        try {
            TrialOrder order = TrialJson.MAPPER.readValue(line, TrialOrder.class);
            replies.accept(Reply.answer(TrialJson.MAPPER.valueToTree(answer(order))));
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

    private TrialAnswer answer(TrialOrder order) {
        Path folder = Path.of(order.folder());
        ScenarioShelf shelf =
                new ScenarioShelf(order.scenarios().stream().map(Path::of).toList());
        Desk desk = new Desk(folder, CompiledStore.standard(), shelf.folders());
        RuleDraft draft = order.draft();
        return switch (order.kind()) {
            case CHECK -> new TrialAnswer.Checked(json(desk.check(draft)));
            case TEST -> shown(desk.test(draft), TrialAnswer.Tested::new);
            case IMPACT -> {
                Panel panel = panel(order.people(), shelf, folder);
                yield shown(
                        field("fail_if", () -> desk.impact(draft, panel, order.failIf(), threads)),
                        (revision, check, felt) -> new TrialAnswer.Felt(revision, check, effect(order.people(), felt)));
            }
            case SWEEP -> {
                Range range = order.sweep();
                boolean known = knows(order.people());
                Lives lives = lives(order.people(), shelf, 2);
                if (known) {
                    begin(lives.users());
                }
                yield shown(
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
                        TrialAnswer.Swept::new);
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

    /** Null when the rules could not be used. */
    private static TrialAnswer.Effect effect(People people, Felt felt) {
        return felt == null ? null : new TrialAnswer.Effect(people.title(), felt.edits(), felt.failed(), felt.impact());
    }

    private static <T> TrialAnswer shown(Answer<T> answer, Shown<T> shown) {
        return shown.of(answer.revision(), json(answer.check()), answer.result().orElse(null));
    }

    private static CheckJson json(CheckReport report) {
        return CheckJson.of(Path.of("rules"), report);
    }

    private synchronized void begin(long users) {
        done = 0;
        total = users;
    }

    private synchronized void told() {
        done++;
        replies.accept(Reply.progress(done, total));
    }

    private boolean knows(People people) {
        return remembered != null && remembered.people.equals(people);
    }

    /** @param times how often each user will be told of, if they are not known yet */
    private Lives lives(People people, ScenarioShelf shelf, int times) {
        if (knows(people)) {
            return remembered.lives;
        }
        remembered = null; // before there are two
        Lives kept;
        if (people.dataset() == null) {
            kept = kept(Lives.of(ScenarioReader.read(shelf.source(people.scenario(), people.overrides()))), times);
        } else {
            try (Dataset dataset = Dataset.open(Path.of(people.dataset()))) {
                kept = kept(Lives.of(dataset, people.users()), times);
            }
        }
        remembered = new Remembered(people, kept, null);
        return kept;
    }

    private Lives kept(Lives lives, int times) {
        begin((long) lives.users() * times);
        return lives.told(this::told).kept(threads);
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
        boolean known = knows(people);
        Lives lives = lives(people, shelf, 3);
        Panel panel = remembered.panel;
        boolean judged = panel != null && panel.rules().concludesLike(rules);
        if (known) {
            begin(lives.users() * (judged ? 1L : 2L));
        }
        if (!judged) {
            panel = Panel.of(lives.told(this::told), rules, threads);
            remembered = new Remembered(people, lives, panel);
        }
        return panel;
    }

    private static TrialAnswer explain(Desk desk, RuleDraft draft, Person person) {
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
            return shown(desk.explain(draft, history, asOf, persona), (revision, check, explained) -> {
                if (explained == null) {
                    return new TrialAnswer.Explained(revision, check, null);
                }
                if (persona.isPresent() && explained.flips().isEmpty()) {
                    throw new Unusable("persona", persona.get() + "; expected a persona of the vocabulary");
                }
                return new TrialAnswer.Explained(
                        revision,
                        check,
                        ExplanationJson.of(explained.explanation(), explained.flips(), Optional.empty(), persona));
            });
        }
    }
}
