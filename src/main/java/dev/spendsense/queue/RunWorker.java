package dev.spendsense.queue;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Makes the runs of the queue, one after another, on a thread of its own. */
final class RunWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RunWorker.class.getName());

    /** A disk that is full may have room again later. */
    private static final long RETRY_MILLIS = 1_000;

    private final RunStore store;
    private final RunNews news;
    private final RunMaker maker;
    private final Clock clock;
    private final Thread thread = new Thread(this::work, "runs");

    /** The run that is being made, as it stands; written by the worker's thread alone. */
    private volatile Run current;

    private volatile boolean cancelled;
    private volatile boolean closing;

    /** Whether the run that is being made can still be interrupted. */
    private boolean interruptible;

    RunWorker(RunStore store, RunNews news, RunMaker maker, Clock clock) {
        this.store = store;
        this.news = news;
        this.maker = maker;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    /** Something was queued. */
    synchronized void wake() {
        notifyAll();
    }

    /** The run that is being made. */
    Optional<Run> current() {
        return Optional.ofNullable(current);
    }

    /** How a run stands, which was read from the store. */
    Run latest(Run stored) {
        return current()
                .filter(run -> run.id().equals(stored.id()) && run.sequence() > stored.sequence())
                .orElse(stored);
    }

    /** Ends a run that waits; one that is being made ends soon. */
    synchronized Run cancel(String id) {
        Run run = store.find(id).orElseThrow(() -> RefusedRun.unknown(id));
        if (run.status().ended()) {
            throw new RefusedRun(
                    RefusedRun.Reason.ENDED,
                    "",
                    "run " + id + " is " + run.status().word() + " already");
        }
        if (run.status() == RunStatus.QUEUED) {
            Run ended = store.end(run, Ending.cancelled(), clock.instant());
            news.changed(ended);
            return ended;
        }
        if (interruptible) {
            cancelled = true;
            thread.interrupt();
        }
        return latest(run);
    }

    /** Interrupts what is being made, and waits until nothing of it is left. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            if (interruptible) {
                thread.interrupt();
            }
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (Optional<Run> run = next(); run.isPresent(); run = next()) {
            Ending ending = make(run.get());
            synchronized (this) {
                interruptible = false;
                Thread.interrupted();
            }
            end(ending);
        }
    }

    /** Begins the next run, waiting for it; empty when there will be none. */
    private synchronized Optional<Run> next() {
        while (!closing) {
            try {
                Optional<Run> first = store.firstQueued();
                if (first.isPresent()) {
                    return Optional.of(begin(first.get()));
                }
                rest(0);
            } catch (QueueFailure e) {
                LOG.log(System.Logger.Level.WARNING, "no run can begin: " + e.getMessage());
                rest(RETRY_MILLIS);
            }
        }
        return Optional.empty();
    }

    private Run begin(Run first) {
        Run started =
                store.start(first, clock.instant(), maker.stamp(first.order().dataset()));
        current = started;
        cancelled = false;
        interruptible = true;
        news.changed(started);
        return started;
    }

    private Ending make(Run run) {
        try {
            return Ending.completed(maker.make(
                    run, store.source(run), state -> moved(current.with(RunProgress.of(state))), revision -> {
                        store.judgedBy(run, revision);
                        moved(current.judgedBy(revision));
                    }));
        } catch (Throwable failure) { // an error ends the run, too, and nothing else
            if (cancelled) {
                return Ending.cancelled();
            }
            if (closing || failure instanceof CancellationException) {
                return Ending.interrupted();
            }
            return Ending.failed(maker.explain(run, failure));
        }
    }

    private void moved(Run run) {
        current = run;
        news.progressed(run);
    }

    /** Writes the end down, however long the disk stays full: a run that ended must not be taken for interrupted. */
    private void end(Ending ending) {
        while (true) {
            try {
                Run ended = store.end(current, ending, clock.instant());
                current = null;
                news.changed(ended);
                return;
            } catch (QueueFailure e) {
                LOG.log(System.Logger.Level.WARNING, "the end of " + current.id() + " waits: " + e.getMessage());
                synchronized (this) {
                    if (closing) {
                        return;
                    }
                    rest(RETRY_MILLIS);
                }
            }
        }
    }

    /** Waits to be woken. Nobody interrupts a worker that makes nothing. */
    private void rest(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "interrupted while resting");
        }
    }
}
