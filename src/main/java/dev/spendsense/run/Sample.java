package dev.spendsense.run;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A population to be lived and judged without becoming a dataset, by whoever wants to know something about it: each user
 * passes by, in order, and is gone. They are the users that a dataset of the scenario would hold, with the same findings.
 */
public final class Sample {

    private final int users;
    private final IntFunction<Life> lives;
    private final Judgement judgement;

    private Sample(int users, IntFunction<Life> lives, Judgement judgement) {
        this.users = users;
        this.lives = lives;
        this.judgement = judgement;
    }

    /** A scenario's population, judged at each of its looks. */
    public static Sample of(Scenario scenario, RuleBase rules) {
        return of(scenario, rules, scenario.looks());
    }

    /**
     * A scenario's population, judged at other looks.
     *
     * @param looks dates in order, none after the last day of the period
     */
    public static Sample of(Scenario scenario, RuleBase rules, List<LocalDate> looks) {
        Simulation simulation = new Simulation(scenario);
        return new Sample(simulation.users(), simulation::live, Judgement.by(rules, looks));
    }

    /** How many users pass by. */
    public int users() {
        return users;
    }

    /** Has every user pass by on the calling thread; see {@link #forEach(int, Function, Consumer)}. */
    public void forEach(int threads, Consumer<? super JudgedLife> each) {
        forEach(threads, user -> user, each);
    }

    /**
     * Lives and judges everybody. No more than a few users a thread are in memory at once, and what is taken does not
     * depend on the threads. Interrupting the calling thread cancels it.
     *
     * @param threads how many workers live and judge, at least 1
     * @param work what a worker makes of a user, for example what other rules conclude; called on many threads
     * @param taken is given what was made, in the order of the population, on the calling thread
     * @throws RuleFailure when a rule fails on a user; the message names both
     * @throws IllegalStateException when a user cannot be lived for another reason, and which
     * @throws CancellationException when it was cancelled
     */
    public <T> void forEach(int threads, Function<? super JudgedLife, ? extends T> work, Consumer<? super T> taken) {
        if (threads < 1) {
            throw new IllegalArgumentException("a sample needs at least one thread, not " + threads);
        }
        try (Blocks<List<T>> blocks = new Blocks<>(users, threads, (first, end) -> block(first, end, work))) {
            while (blocks.hasNext()) {
                blocks.next().forEach(taken);
            }
        }
    }

    private <T> List<T> block(int first, int end, Function<? super JudgedLife, ? extends T> work) {
        List<T> block = new ArrayList<>(end - first);
        for (int user = first; user < end && !Thread.currentThread().isInterrupted(); user++) {
            block.add(work.apply(judged(user)));
        }
        return block;
    }

    private JudgedLife judged(int user) {
        try {
            Life life = lives.apply(user);
            return new JudgedLife(user, life, judgement.timeline(life.history()));
        } catch (RuleFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("the life of user number " + user + " failed: " + e.getMessage(), e);
        }
    }
}
