package dev.spendsense.web.rules;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.rules.trial.TrialEnded;
import dev.spendsense.web.rules.trial.TrialProcess;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trials one after another, in one process that is kept for them. */
final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final TrialProcess process;
    private final ThreadPoolExecutor worker;
    private volatile Trial running;

    /** A trial's place among those that wait; equal to another of the same trial. */
    private record Turn(Lane lane, Trial trial) implements Runnable {

        @Override
        public void run() {
            lane.run(trial);
        }
    }

    /** @param waiting how many may wait */
    Lane(String name, TrialProcess process, int waiting) {
        this.process = process;
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws Problem when as many wait as may */
    void submit(Trial trial) {
        try {
            worker.execute(new Turn(this, trial));
        } catch (RejectedExecutionException full) {
            throw Problem.of(ProblemType.TRIALS_FULL, worker.getQueue().size() + " trials wait already")
                    .header(
                            "Retry-After",
                            Long.toString(process.limits().deadline().toSeconds()));
        }
    }

    private void run(Trial trial) {
        if (!trial.begin()) {
            return;
        }
        running = trial;
        try {
            trial.completed(process.ask(trial.order(), trial::progress));
        } catch (TrialEnded ended) {
            end(trial, ended);
        } catch (RuntimeException failure) {
            LOG.error("a trial of rules failed", failure);
            trial.failed(Problem.of(ProblemType.INTERNAL, "the trial failed inside"));
        } finally {
            running = null;
        }
    }

    private void end(Trial trial, TrialEnded ended) {
        switch (ended.reason()) {
            case CANCELLED -> trial.cancelled();
            case DEADLINE, MEMORY ->
                trial.failed(Problem.of(ProblemType.RULES_TOO_DEAR, ended.getMessage())
                        .with("deadline_seconds", process.limits().deadline().toSeconds())
                        .with("heap", process.limits().heap()));
            case REFUSED ->
                trial.failed(Problem.of(
                                ProblemType.INVALID_FIELD,
                                ended.field() == null ? ended.getMessage() : ended.field() + ": " + ended.getMessage())
                        .with("field", ended.field()));
            case FAILED -> {
                LOG.error("a trial of rules failed: {}", ended.getMessage());
                trial.failed(Problem.of(ProblemType.INTERNAL, "the trial failed inside"));
            }
        }
    }

    /** Ends a trial, wherever it is. */
    void cancel(Trial trial) {
        trial.cancelled();
        worker.remove(new Turn(this, trial)); // others may have its place at once
        if (running == trial) {
            process.kill();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        process.close();
    }
}
