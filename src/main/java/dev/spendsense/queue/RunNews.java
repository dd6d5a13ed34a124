package dev.spendsense.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries the news of runs to those who follow them, on a thread of its own. Changes of status go out at once, progress a
 * few times a second; whoever brings news never waits.
 */
final class RunNews implements AutoCloseable {

    private static final long BETWEEN_PROGRESS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Map<String, Set<Follower>> followers = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingNew = lock.newCondition();
    private final Deque<Run> changes = new ArrayDeque<>();
    private Run progress;
    private long nextProgress = System.nanoTime();
    private boolean closed;
    private final Thread carrier = new Thread(this::carry, "run-news");

    RunNews() {
        carrier.setDaemon(true);
        carrier.start();
    }

    /** A run has another status. */
    void changed(Run run) {
        add(() -> {
            changes.add(run);
            if (progress != null && progress.id().equals(run.id())) {
                progress = null;
            }
        });
    }

    /** A run has come further; only the latest counts. */
    void progressed(Run run) {
        add(() -> progress = run);
    }

    /** A run is no more. */
    void gone(String runId) {
        Set<Follower> all = followers.remove(runId);
        if (all != null) {
            all.forEach(Follower::end);
        }
    }

    Follower follow(String runId, long after, Runnable wake) {
        Follower follower = new Follower(runId, after, wake, this::leave);
        followers.compute(runId, (id, others) -> {
            Set<Follower> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(follower);
            return all;
        });
        return follower;
    }

    int followers() {
        return followers.values().stream().mapToInt(Set::size).sum();
    }

    /** Brings what is still to be brought, then rests. */
    @Override
    public void close() {
        add(() -> closed = true);
        boolean interrupted = false;
        while (carrier.isAlive() && carrier != Thread.currentThread()) {
            try {
                carrier.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(Follower follower) {
        followers.computeIfPresent(follower.runId(), (id, all) -> {
            all.remove(follower);
            return all.isEmpty() ? null : all;
        });
    }

    private void add(Runnable news) {
        lock.lock();
        try {
            news.run();
            somethingNew.signal();
        } finally {
            lock.unlock();
        }
    }

    private void carry() {
        for (Optional<Run> news = next(); news.isPresent(); news = next()) {
            Run run = news.get();
            followers.getOrDefault(run.id(), Set.of()).forEach(follower -> tell(follower, run));
        }
    }

    private void tell(Follower follower, Run run) {
        try {
            follower.hear(run);
        } catch (RuntimeException e) {
            follower.close(); // whoever fails to listen is not told again
        }
    }

    /** The next news, waiting for it; empty when there will be none. */
    private Optional<Run> next() {
        lock.lock();
        try {
            while (true) {
                if (!changes.isEmpty()) {
                    return Optional.of(changes.remove());
                }
                if (closed) {
                    return Optional.empty();
                }
                long wait = nextProgress - System.nanoTime();
                if (progress == null) {
                    somethingNew.awaitUninterruptibly();
                } else if (wait > 0) {
                    somethingNew.awaitNanos(wait);
                } else {
                    nextProgress = System.nanoTime() + BETWEEN_PROGRESS;
                    Run latest = progress;
                    progress = null;
                    return Optional.of(latest);
                }
            }
        } catch (InterruptedException e) {
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
