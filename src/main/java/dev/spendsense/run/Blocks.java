package dev.spendsense.run;

import dev.spendsense.dataset.UserBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

/**
 * Work on a population block by block, in order, each block prepared by one of several workers a little ahead of the
 * thread that takes them. No more than a few blocks a worker are under way at once. The first failure of a worker comes
 * out of {@link #next}.
 */
final class Blocks<B> implements Iterator<B>, AutoCloseable {

    /** Enough that a worker finds something to do while one slow block holds up the thread that takes them. */
    private static final int BLOCKS_A_WORKER = 4;

    private final int users;
    private final Preparation<B> preparation;
    private final Workers workers;
    private final Deque<Future<B>> underWay = new ArrayDeque<>();
    private int nextUser;

    /** Makes a block of the users from one position, included, to another, excluded; called on many threads. */
    interface Preparation<B> {
        B of(int first, int end);
    }

    Blocks(int users, int threads, Preparation<B> preparation) {
        this.users = users;
        this.preparation = preparation;
        this.workers = new Workers(threads);
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
            throw new CancellationException(Workers.CANCELLED);
        }
        B block = Workers.outcome(underWay.remove());
        if (nextUser < users) {
            assignNext();
        }
        return block;
    }

    /** Sends the workers home and waits until they have gone. */
    @Override
    public void close() {
        workers.close();
    }

    private void assignNext() {
        int first = nextUser;
        int end = Math.min(users, first + UserBlock.USERS);
        nextUser = end;
        underWay.add(workers.assign(() -> preparation.of(first, end)));
    }
}
