package dev.spendsense.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Somebody who wants to hear of a run. What was heard of and not taken yet waits here, a few standings at most: whoever is
 * slow loses progress in between, but never a change of status, and holds nobody up.
 */
public final class Follower implements AutoCloseable {

    private static final int MOST_WAITING = 8;

    private final String runId;
    private final Runnable wake;
    private final Consumer<Follower> leave;
    private final Deque<Run> waiting = new ArrayDeque<>();
    private long heard;
    private boolean over;

    Follower(String runId, long after, Runnable wake, Consumer<Follower> leave) {
        this.runId = runId;
        this.heard = after;
        this.wake = wake;
        this.leave = leave;
    }

    String runId() {
        return runId;
    }

    /** The next standing that was not taken yet; empty when there is none now. */
    public synchronized Optional<Run> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Whether everything was taken and nothing more will come. */
    public synchronized boolean over() {
        return over && waiting.isEmpty();
    }

    /** Hears no more. */
    @Override
    public void close() {
        leave.accept(this);
    }

    /** Takes in how the run stands, unless that is known. */
    void hear(Run run) {
        if (take(run)) {
            wake.run();
        }
    }

    /** The run is gone. */
    void end() {
        synchronized (this) {
            over = true;
        }
        wake.run();
    }

    private synchronized boolean take(Run run) {
        over |= run.status().ended();
        if (run.sequence() <= heard) {
            return run.status().ended();
        }
        heard = run.sequence();
        Run last = waiting.peekLast();
        if (waiting.size() >= MOST_WAITING && last.status() == run.status()) {
            waiting.removeLast();
        }
        waiting.add(run);
        return true;
    }
}
