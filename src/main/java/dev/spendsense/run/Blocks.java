package dev.spendsense.run;

import dev.spendsense.dataset.UserBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work on a population block by block, in order, each block prepared by one of several workers a little ahead of the
 * thread that takes them. No more than a few blocks a worker are under way at once. The first failure of a worker comes
 * out of {@link #next}.
 */
final class Blocks<B> implements Iterator<B>, AutoCloseable {

    /** Enough that a worker finds something to do while one slow block holds up the thread that takes them. */
    private static final int BLOCKS_A_WORKER = 4;

    private static final String CANCELLED = "the run was cancelled";

    private final int users;
    private final Preparation<B> preparation;
    private final ExecutorService workers;
    private final Deque<Future<B>> underWay = new ArrayDeque<>();
    private int nextUser;

    /** Makes a block of the users from one position, included, to another, excluded; called on many threads. */
    interface Preparation<B> {
        B of(int first, int end);
    }

    Blocks(int users, int threads, Preparation<B> preparation) {
        this(0, users, threads, preparation);
    }

    /** Work on the users from one position on. */
    Blocks(int first, int users, int threads, Preparation<B> preparation) {
        this.users = users;
        this.nextUser = first;
        this.preparation = preparation;
        this.workers = Executors.newFixedThreadPool(threads);
        while (underWay.size() < threads * BLOCKS_A_WORKER && nextUser < users) {
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
     * @throws RuntimeException what the preparation threw
     */
    @Override
    public B next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(CANCELLED);
        }
        B block = await(underWay.remove());
        if (nextUser < users) {
            assignNext();
        }
        return block;
    }

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
        int end = Math.min(users, first + UserBlock.USERS);
        nextUser = end;
        underWay.add(workers.submit(() -> preparation.of(first, end)));
    }

    private B await(Future<B> block) {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(CANCELLED);
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
