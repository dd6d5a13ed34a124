package dev.spendsense.run;

import dev.spendsense.dataset.UserBlock;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.simulation.Life;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** The population in blocks, in order, as rows that the writer has only to bind. */
final class PreparedUsers implements Iterator<UserBlock>, AutoCloseable {

    private final IntFunction<Life> lives;
    private final Optional<Judgement> judgement;
    private final Queue<UserBlock> spare = new ConcurrentLinkedQueue<>();
    private final LongAdder simulating = new LongAdder();
    private final LongAdder judging = new LongAdder();
    private final LongAdder preparing = new LongAdder();
    private final Blocks<UserBlock> blocks;

    PreparedUsers(int users, IntFunction<Life> lives, Optional<Judgement> judgement, int threads) {
        this.lives = lives;
        this.judgement = judgement;
        this.blocks = new Blocks<>(users, threads, this::prepare);
    }

    @Override
    public boolean hasNext() {
        return blocks.hasNext();
    }

    /**
     * Waits for the next block.
     *
     * @throws CancellationException when this thread is interrupted, whose mark of interruption stays
     * @throws RuleFailure when a rule failed on a user
     * @throws IllegalStateException when a user could not be prepared for another reason, and which
     */
    @Override
    public UserBlock next() {
        return blocks.next();
    }

    /** Takes a block back, to be filled again. */
    void giveBack(UserBlock block) {
        spare.add(block);
    }

    /** Time that the workers have spent so far, summed over them. */
    Busy busy() {
        return new Busy(
                Duration.ofNanos(simulating.sum()), Duration.ofNanos(judging.sum()), Duration.ofNanos(preparing.sum()));
    }

    /** Time by stage. */
    record Busy(Duration simulating, Duration judging, Duration preparing) {}

    /** Sends the workers home and waits until they have gone. */
    @Override
    public void close() {
        blocks.close();
    }

    private UserBlock prepare(int first, int end) {
        UserBlock block = spare.poll();
        if (block == null) {
            block = new UserBlock();
        }
        block.restart(first);
        for (int user = first; user < end && !Thread.currentThread().isInterrupted(); user++) {
            prepare(user, block);
        }
        return block;
    }

    private void prepare(int user, UserBlock block) {
        try {
            long start = System.nanoTime();
            Life life = lives.apply(user);
            long lived = System.nanoTime();
            List<Findings> timeline =
                    judgement.map(given -> given.timeline(life.history())).orElse(List.of());
            long judged = System.nanoTime();
            block.add(life.history(), life.truth(), timeline);
            simulating.add(lived - start);
            judging.add(judged - lived);
            preparing.add(System.nanoTime() - judged);
        } catch (RuleFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("the life of user number " + user + " failed: " + e.getMessage(), e);
        }
    }
}
