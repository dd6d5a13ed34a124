package dev.spendsense.run;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.run.Preparing.Busy;
import dev.spendsense.run.Progress.Stage;
import dev.spendsense.run.Progress.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Measures what the writing thread does, and tells how far it has come. */
final class RunClock {

    /** Runs of so many users last long enough to ask some of them what work they are. */
    private static final int MANY = 5_000;

    /** Users after whom it takes a few hundredths of a second to ask, and not many times that. */
    private static final int WARM = 400;

    private static final long BETWEEN_REPORTS = Duration.ofMillis(100).toNanos();

    private final int totalUsers;
    private final Progress progress;
    private final IntUnaryOperator transactionsOf;
    private final TimeLeft timeLeft;
    private final long begin = System.nanoTime();
    private long lastReport = begin;
    private long waiting;
    private long writing;
    private long indexing;
    private long syncing;
    private int kept;
    private int users;
    private long transactions;
    private boolean workloadKnown;

    /**
     * Begins to measure.
     *
     * @param transactions how many a user at a position has; asked of a few, in runs of many users
     */
    RunClock(int totalUsers, WarmingUp warmingUp, IntUnaryOperator transactions, Progress progress) {
        this.totalUsers = totalUsers;
        this.transactionsOf = transactions;
        this.progress = progress;
        this.timeLeft = new TimeLeft(totalUsers, warmingUp);
        report(Stage.LIVES);
    }

    <T> T waiting(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        waiting += System.nanoTime() - start;
        return result;
    }

    void writing(Runnable work) {
        long start = System.nanoTime();
        work.run();
        writing += System.nanoTime() - start;
    }

    /** Counts what others have spent on writing. */
    void wrote(Duration others) {
        writing += others.toNanos();
    }

    <T> T indexing(Supplier<T> work) {
        report(Stage.INDEXES);
        long start = System.nanoTime();
        T result = work.get();
        indexing += System.nanoTime() - start;
        return result;
    }

    <T> T syncing(Supplier<T> work) {
        report(Stage.SYNC);
        stopIfInterrupted();
        long start = System.nanoTime();
        T result = work.get();
        syncing += System.nanoTime() - start;
        report(Stage.DONE);
        return result;
    }

    /** Counts users that an earlier run has written. */
    void kept(int earlier) {
        kept += earlier;
        users += earlier;
        timeLeft.start(users, elapsed());
    }

    /** Counts what was written. */
    void written(int moreUsers, long moreTransactions) {
        users += moreUsers;
        transactions += moreTransactions;
        if (!workloadKnown && users >= WARM && totalUsers >= MANY) {
            workloadKnown = true;
            timeLeft.know(Workload.of(totalUsers, transactionsOf));
        }
        if (System.nanoTime() - lastReport >= BETWEEN_REPORTS) {
            report(Stage.LIVES);
        }
        stopIfInterrupted();
    }

    /** What the run has made, at its end. */
    GenerationResult result(Path dataset, long bytes, RunRecord run, Busy workers) {
        return new GenerationResult(dataset, bytes, run, kept, transactions, timings(workers));
    }

    private Timings timings(Busy workers) {
        return new Timings(
                workers.simulating(),
                workers.judging(),
                workers.preparing(),
                Duration.ofNanos(writing),
                Duration.ofNanos(waiting),
                Duration.ofNanos(indexing),
                Duration.ofNanos(syncing),
                elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the run was cancelled");
        }
    }

    private void report(Stage stage) {
        lastReport = System.nanoTime();
        Duration elapsed = elapsed();
        Duration left = stage == Stage.LIVES ? timeLeft.at(users, totalUsers, elapsed) : Duration.ZERO;
        progress.report(new State(stage, users, totalUsers, transactions, elapsed, left));
    }
}
