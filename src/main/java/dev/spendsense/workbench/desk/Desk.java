package dev.spendsense.workbench.desk;

import dev.spendsense.bank.History;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.run.Lives;
import dev.spendsense.text.NearestName;
import dev.spendsense.workbench.check.CheckReport;
import dev.spendsense.workbench.check.RuleCheck;
import dev.spendsense.workbench.desk.Adoption.Outcome;
import dev.spendsense.workbench.diff.RuleChanges;
import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Flips;
import dev.spendsense.workbench.impact.Condition;
import dev.spendsense.workbench.impact.Figures;
import dev.spendsense.workbench.impact.Impact;
import dev.spendsense.workbench.impact.Panel;
import dev.spendsense.workbench.revisions.FolderJournal;
import dev.spendsense.workbench.revisions.Remark;
import dev.spendsense.workbench.revisions.Revision;
import dev.spendsense.workbench.revisions.RevisionStore;
import dev.spendsense.workbench.revisions.Trial;
import dev.spendsense.workbench.sweep.Sweep;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Where drafts are worked on. Every question but {@link #adopt} leaves the folder alone. Safe for use by several threads;
 * drafts are adopted one at a time.
 */
public final class Desk {

    private final Path folder;
    private final CompiledStore store;
    private final List<Path> scenarios;

    /**
     * @param folder the rules as they are
     * @param store where compiled rules are kept
     * @param scenarios folders in which the scenarios of simulated users of cases are looked up, in this order
     */
    public Desk(Path folder, CompiledStore store, List<Path> scenarios) {
        this.folder = folder;
        this.store = store;
        this.scenarios = List.copyOf(scenarios);
    }

    /** Every text of the folder that a draft may change, by path: rules, declarations, cases. */
    public SortedMap<String, String> texts() {
        try {
            return RuleDraft.texts(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /** Every fault of the rules with the draft, warnings included. */
    public CheckReport check(RuleDraft draft) {
        try (RuleDraft.Laid laid = draft.laidOver(folder)) {
            return RuleCheck.of(laid.folder(), store);
        }
    }

    /** Checks the rules with the draft, compiles them unless that was done before, and judges their cases. */
    public Answer<Tested> test(RuleDraft draft) {
        try (RuleDraft.Laid laid = draft.laidOver(folder)) {
            Trial trial = Trial.of(laid.folder(), store, scenarios);
            return new Answer<>(trial.source().revision(), trial.check(), tested(trial, laid.folder()));
        }
    }

    /** Files are named as they are in the rule folder, whatever copy was tried. */
    private static Optional<Tested> tested(Trial trial, Path folder) {
        return trial.rules()
                .map(rules -> new Tested(
                        trial.passed(),
                        trial.obstacles().stream()
                                .map(one -> one.replace(folder + File.separator, ""))
                                .toList(),
                        trial.cases().stream().map(one -> one.within(folder)).toList()));
    }

    /**
     * Whom the draft changes.
     *
     * @param people kept, and judged by the rules as they are
     * @param conditions what must not happen, such as {@code macro_f1 drops 0.01}
     * @param threads how many workers there are, at least 1
     * @throws IllegalArgumentException when a condition is none, or its figure has no value in this population; the message
     *     says what was expected
     */
    public Answer<Felt> impact(RuleDraft draft, Panel people, List<String> conditions, int threads) {
        return with(draft, changed -> {
            List<Condition> parsed = conditions(conditions, people.rules(), changed);
            Impact impact = people.with(changed, threads);
            return new Felt(
                    RuleChanges.between(people.rules().source(), changed.source()),
                    parsed.stream()
                            .filter(one -> happens(one, impact))
                            .map(Condition::text)
                            .toList(),
                    impact);
        });
    }

    private static boolean happens(Condition condition, Impact impact) {
        return condition
                .happens(impact)
                .orElseThrow(() -> new IllegalArgumentException("\"" + condition.text() + "\": " + condition.figure()
                        + " has no value in this population; expected a figure of personas that somebody has"));
    }

    private static List<Condition> conditions(List<String> texts, RuleBase before, RuleBase after) {
        Set<String> personas =
                new LinkedHashSet<>(before.definitions().vocabulary().personas().keySet());
        personas.addAll(after.definitions().vocabulary().personas().keySet());
        List<String> figures = Figures.names(personas);
        return texts.stream().map(text -> Condition.parse(text, figures)).toList();
    }

    /**
     * A parameter of the draft at several values.
     *
     * @param people best {@linkplain Lives#kept kept}
     * @throws IllegalArgumentException as {@link Sweep#of} does, and when the parameter may not have one of the values
     */
    public Answer<Sweep> sweep(
            RuleDraft draft, Lives people, String parameter, double from, double to, int steps, int threads) {
        return with(draft, rules -> {
            Parameters known = rules.definitions().parameters();
            if (!known.has(parameter)) {
                throw new IllegalArgumentException("no parameter is called " + parameter
                        + NearestName.of(parameter, known.names())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
            DoubleStream.of(from, to)
                    .mapToObj(value -> Parameters.refusal(known.get(parameter), value))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(why -> {
                        throw new IllegalArgumentException(why);
                    });
            return Sweep.of(people, rules, parameter, from, to, steps, threads);
        });
    }

    /**
     * Why the draft judges a user so.
     *
     * @param history of a user who consents
     * @param asOf a day of the history
     * @param persona the one whose nearest changes are wanted, of every kind; empty for the measures alone, of all personas
     */
    public Answer<Explained> explain(RuleDraft draft, History history, LocalDate asOf, Optional<String> persona) {
        return with(draft, rules -> {
            List<Flips> flips = new ArrayList<>();
            for (String name : rules.definitions().vocabulary().personas().keySet()) {
                if (persona.isEmpty()) {
                    flips.add(Flips.ofSignals(rules, history, asOf, name));
                } else if (persona.get().equals(name)) {
                    flips.add(Flips.of(rules, history, asOf, name));
                }
            }
            return new Explained(Explanation.of(rules, history, asOf), flips);
        });
    }

    /** Rules that cannot be used are an answer, not an exception. */
    private <T> Answer<T> with(RuleDraft draft, Function<RuleBase, T> work) {
        try (RuleDraft.Laid laid = draft.laidOver(folder)) {
            List<RuleFault> unreadable = new ArrayList<>();
            RuleSource source = RuleSource.read(laid.folder(), unreadable);
            RuleBase rules;
            try {
                rules = RuleBase.load(source, store);
            } catch (BrokenRules broken) {
                return new Answer<>(source.revision(), RuleCheck.of(source, unreadable, store), Optional.empty());
            }
            CheckReport sound =
                    new CheckReport(source.texts().size(), rules.ruleNames().size(), List.of());
            return new Answer<>(source.revision(), sound, Optional.of(work.apply(rules)));
        }
    }

    /**
     * Makes the draft the rules: writes it into the folder and keeps the revision, if it passes check and cases. Whatever
     * stops the machine, the draft is in the folder as a whole or not at all, once {@link FolderJournal#finish} was called.
     *
     * @param madeFrom revision of the folder that the draft was made from
     * @param kept where revisions are kept
     */
    public synchronized Adoption adopt(RuleDraft draft, String madeFrom, RevisionStore kept, Remark remark) {
        FolderJournal journal = FolderJournal.of(folder);
        journal.finish(kept);
        String found = RuleSource.read(folder).revision();
        if (!found.equals(madeFrom)) {
            return new Adoption(
                    Outcome.STALE, found, new CheckReport(0, 0, List.of()), Optional.empty(), Optional.empty());
        }
        try (RuleDraft.Laid laid = draft.laidOver(folder)) {
            Trial trial = Trial.of(laid.folder(), store, scenarios);
            if (!trial.passed()) {
                return new Adoption(
                        Outcome.REFUSED, found, trial.check(), tested(trial, laid.folder()), Optional.empty());
            }
            Revision adopted = new Revision(trial.source().revision(), Optional.of(found), remark, trial.fitness());
            Revision revision = journal.carryOut(draft.texts(), draft.removed(), trial.source(), adopted, kept);
            return new Adoption(
                    Outcome.ADOPTED, found, trial.check(), tested(trial, laid.folder()), Optional.of(revision));
        }
    }
}
