package dev.spendsense.run;

import dev.spendsense.findings.Findings;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.simulation.Life;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** What workers do with a user before somebody writes it, and how long that takes them. */
final class Preparing {

    private final IntFunction<Life> lives;
    private final Check check;
    private final Optional<Judgement> judgement;
    private final LongAdder simulating = new LongAdder();
    private final LongAdder judging = new LongAdder();
    private final LongAdder preparing = new LongAdder();

    Preparing(IntFunction<Life> lives, Check check, Optional<Judgement> judgement) {
        this.lives = lives;
        this.check = check;
        this.judgement = judgement;
    }

    /** Looks at a life before it is judged and written, on any thread, and may refuse it by throwing. */
    interface Check {
        void look(int user, Life life);
    }

    /** Takes a user who has been lived and judged. */
    interface Layout {
        void add(Life life, List<Findings> timeline);
    }

    /** How many transactions a user has, whom nobody looks at for that. */
    int transactions(int user) {
        try {
            return lives.apply(user).history().transactions().size();
        } catch (RuntimeException e) {
            throw failed(user, e);
        }
    }

    /**
     * Lives and judges a user, and lays it out; on any thread.
     *
     * @param user position in the population, from 0
     * @throws RuleFailure when a rule failed on the user
     * @throws IllegalStateException when the user could not be prepared for another reason, and which
     */
    void prepare(int user, Layout layout) {
        try {
            long start = System.nanoTime();
            Life life = lives.apply(user);
            check.look(user, life);
            long lived = System.nanoTime();
            List<Findings> timeline =
                    judgement.map(given -> given.timeline(life.history())).orElse(List.of());
            long judged = System.nanoTime();
            layout.add(life, timeline);
            simulating.add(lived - start);
            judging.add(judged - lived);
            preparing.add(System.nanoTime() - judged);
        } catch (RuleFailure | NotContinued e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(user, e);
        }
    }

    private static IllegalStateException failed(int user, RuntimeException reason) {
        return new IllegalStateException("the life of user number " + user + " failed: " + reason.getMessage(), reason);
    }

    /** Time that the workers have spent so far, summed over them. */
    Busy busy() {
        return new Busy(
                Duration.ofNanos(simulating.sum()), Duration.ofNanos(judging.sum()), Duration.ofNanos(preparing.sum()));
    }

    /** Time by stage. */
    record Busy(Duration simulating, Duration judging, Duration preparing) {}
}
