package dev.spendsense.run;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.Life;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A population to be lived and judged without becoming a dataset, by whoever wants to know something about it: each user
 * passes by, in order, and is gone. They are the users that a dataset of the scenario would hold, with the same findings.
 */
public final class Sample {

    private final Lives lives;
    private final Judgement judgement;

    private Sample(Lives lives, Judgement judgement) {
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
        return new Sample(Lives.of(scenario), Judgement.by(rules, looks));
    }

    /** How many users pass by. */
    public int users() {
        return lives.users();
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
        lives.forEach(threads, user -> work.apply(judged(user)), taken);
    }

    private JudgedLife judged(int user) {
        Life life = lives.live(user);
        return new JudgedLife(user, life, judgement.timeline(life.history()));
    }
}
