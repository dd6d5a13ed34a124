package dev.spendsense.run;

import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.UserBlock;
import dev.spendsense.dataset.formats.FolderWriter;
import dev.spendsense.dataset.formats.FolderWriter.Range;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Writes the missing ranges of users of a folder, each on one worker, as many at once as there are workers and there is
 * memory for. A range's users
 * are made in blocks, each by whoever comes to it first: the worker who writes the range, or one who has no range to write.
 * Ranges are waited for in order, so that those before a failing one are complete.
 */
final class Ranges implements AutoCloseable {

    /** Blocks of a range that others may make while one is written. */
    private static final int BLOCKS_AHEAD = 4;

    /** What a range under way takes at most, since formats keep rows until there are enough for a page or a group. */
    private static final long BYTES_A_RANGE = 96L << 20;

    private static final long REPORT_MILLIS = 100;

    private final FolderWriter folder;
    private final Blocks.Preparation<List<StoredUser>> preparation;
    private final Iterator<Range> missing;
    private final Workers workers;
    private final Deque<Future<?>> underWay = new ArrayDeque<>();
    private final LongAdder users = new LongAdder();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder writing = new LongAdder();
    private int usersTold;
    private long transactionsTold;

    Ranges(FolderWriter folder, int threads, Blocks.Preparation<List<StoredUser>> preparation) {
        this.folder = folder;
        this.preparation = preparation;
        this.missing = folder.missing().iterator();
        this.workers = new Workers(threads);
        long atOnce = Math.max(1, Math.min(threads, Runtime.getRuntime().maxMemory() / BYTES_A_RANGE));
        while (underWay.size() < atOnce && missing.hasNext()) {
            assignNext();
        }
    }

    boolean hasNext() {
        return !underWay.isEmpty();
    }

    /**
     * Waits for the next range.
     *
     * @param clock is told of what is written meanwhile, in whatever range
     * @throws CancellationException when this thread is interrupted, whose mark of interruption stays
     * @throws RuntimeException what the preparation or the writing threw
     */
    void awaitNext(RunClock clock) {
        Future<?> range = underWay.remove();
        while (!isDone(range)) {
            tell(clock);
        }
        Workers.outcome(range);
        if (missing.hasNext()) {
            assignNext();
        }
        tell(clock);
    }

    /** Time that the workers have spent writing so far, summed over them. */
    Duration writing() {
        return Duration.ofNanos(writing.sum());
    }

    /** Sends the workers home and waits until they have gone; ranges under way are lost. */
    @Override
    public void close() {
        workers.close();
    }

    private void assignNext() {
        Range range = missing.next();
        underWay.add(workers.assign(() -> {
            folder.write(range, taken -> make(range, taken));
            return null;
        }));
    }

    private void make(Range range, Consumer<StoredUser> taken) {
        Deque<FutureTask<List<StoredUser>>> ahead = new ArrayDeque<>();
        int next = range.first();
        while (next < range.end() || !ahead.isEmpty()) {
            while (next < range.end() && ahead.size() < BLOCKS_AHEAD) {
                int first = next;
                int end = Math.min(range.end(), first + UserBlock.USERS);
                next = end;
                FutureTask<List<StoredUser>> block = new FutureTask<>(() -> preparation.of(first, end));
                ahead.add(block);
                workers.offer(block);
            }
            write(workers.now(ahead.remove()), taken);
        }
    }

    private void write(List<StoredUser> block, Consumer<StoredUser> taken) {
        long start = System.nanoTime();
        for (StoredUser user : block) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            taken.accept(user);
            users.increment();
            transactions.add(user.history().transactions().size());
        }
        writing.add(System.nanoTime() - start);
    }

    private static boolean isDone(Future<?> range) {
        try {
            range.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (Exception e) {
            return true; // its outcome is asked for next
        }
        return true;
    }

    private void tell(RunClock clock) {
        int moreUsers = users.intValue() - usersTold;
        long moreTransactions = transactions.sum() - transactionsTold;
        usersTold += moreUsers;
        transactionsTold += moreTransactions;
        clock.written(moreUsers, moreTransactions);
    }
}
