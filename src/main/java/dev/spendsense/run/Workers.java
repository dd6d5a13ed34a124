package dev.spendsense.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that a run has for itself. They begin what they are given in the order in which it was given. */
final class Workers implements AutoCloseable {

    static final String CANCELLED = "the run was cancelled";

    private final ThreadPoolExecutor threads;

    Workers(int count) {
        this.threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(count);
    }

    /** Has somebody do some work. */
    <T> Future<T> assign(Callable<T> work) {
        return threads.submit(work);
    }

    /** Has somebody do some work who has nothing else to do, unless {@link #now} comes first. */
    void offer(FutureTask<?> work) {
        threads.execute(work);
    }

    /** The outcome of work that was offered, which this thread does now if nobody has begun it. */
    <T> T now(FutureTask<T> offered) {
        threads.remove(offered);
        offered.run();
        return outcome(offered);
    }

    /**
     * Waits for an outcome. What the work threw comes out of here.
     *
     * @throws CancellationException when this thread is interrupted, whose mark of interruption stays
     */
    static <T> T outcome(Future<T> work) {
        try {
            return work.get();
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

    /** Sends them home and waits until they have gone. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
