package dev.spendsense.run;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.UserBlock;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.simulation.Life;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * The population in blocks, in order, each prepared by one of several workers a little ahead of the thread that takes
 * them. No more than a few blocks a worker are under way at once. The first failure of a worker comes out of {@link
 * #next}.
 */
final class PreparedUsers implements Iterator<UserBlock>, AutoCloseable {

    /** Users a block. Fixed, because the order of rows in the file follows from it. */
    private static final int BLOCK = 16;

    /** Enough that a worker finds something to do while one slow block holds up the writer. */
    private static final int BLOCKS_A_WORKER = 4;

    private final int users;
    private final IntFunction<Life> lives;
    private final Optional<Judgement> judgement;
    private final ExecutorService workers;
    private final int window;
    private final Deque<Future<UserBlock>> underWay = new ArrayDeque<>();
    private final Queue<UserBlock> spare = new ConcurrentLinkedQueue<>();
    private final LongAdder simulating = new LongAdder();
    private final LongAdder judging = new LongAdder();
    private final LongAdder preparing = new LongAdder();
    private int nextUser;

    PreparedUsers(int users, IntFunction<Life> lives, Optional<Judgement> judgement, int threads) {
        this.users = users;
        this.lives = lives;
        this.judgement = judgement;
        this.workers = Executors.newFixedThreadPool(threads);
        this.window = threads * BLOCKS_A_WORKER;
        while (underWay.size() < window && nextUser < users) {
            assignNext();
        }
    }

    @Override
    public boolean hasNext() {
        return !underWay.isEmpty();
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
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        UserBlock block = await(underWay.remove());
        if (nextUser < users) {
            assignNext();
        }
        return block;
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
        workers.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!workers.isTerminated()) {
            try {
                workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void assignNext() {
        int first = nextUser;
        int end = Math.min(users, first + BLOCK);
        nextUser = end;
        underWay.add(workers.submit(() -> prepare(first, end)));
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
            List<Findings> timeline = judge(life.history());
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

    /** Without consent nobody looks. */
    private List<Findings> judge(History history) {
        return judgement
                .filter(given -> history.customer().consent())
                .map(given -> given.evaluate().apply(history))
                .orElse(List.of());
    }

    private static UserBlock await(Future<UserBlock> block) {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was cancelled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a life throws no checked exception", e);
        }
    }
}
