package dev.spendsense.run;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A population before anybody judges it, whether it is simulated or read from a dataset. Each user is lived, or read, when
 * somebody asks, so that a large population needs no more memory than a small one.
 */
public final class Lives {

    private final int users;
    private final LocalDate end;
    private final IntFunction<Life> lives;
    private final boolean remembered;

    private Lives(int users, LocalDate end, IntFunction<Life> lives, boolean remembered) {
        this.remembered = remembered;
        this.users = users;
        this.end = end;
        this.lives = lives;
    }

    /** A scenario's population, lived anew. */
    public static Lives of(Scenario scenario) {
        Simulation simulation = new Simulation(scenario);
        return new Lives(simulation.users(), scenario.period().end(), simulation::live, false);
    }

    /** The users of a dataset, which has to stay open. */
    public static Lives of(Dataset dataset) {
        return of(dataset, dataset.userIds());
    }

    /** Some users of a dataset, which has to stay open, in the order in which they are named. */
    public static Lives of(Dataset dataset, List<String> users) {
        return new Lives(users.size(), dataset.run().origin().to(), user -> read(dataset, users.get(user)), false);
    }

    /**
     * Several populations as one, in their order.
     *
     * @param all at least one; the end is the last of theirs
     */
    public static Lives together(List<Lives> all) {
        List<Lives> whose = new ArrayList<>();
        List<Integer> position = new ArrayList<>();
        LocalDate end = all.get(0).end();
        for (Lives one : all) {
            end = one.end().isAfter(end) ? one.end() : end;
            for (int user = 0; user < one.users(); user++) {
                whose.add(one);
                position.add(user);
            }
        }
        return new Lives(
                whose.size(),
                end,
                user -> whose.get(user).lives.apply(position.get(user)),
                all.stream().allMatch(it -> it.remembered));
    }

    /** A dataset has one connection, which is for one thread at a time. */
    private static Life read(Dataset dataset, String userId) {
        synchronized (dataset) {
            return new Life(dataset.history(userId), dataset.groundTruth(userId));
        }
    }

    /**
     * The same population remembered: everybody is lived, or read, now and once, and kept in some 20 bytes a transaction.
     * A dataset may be closed then.
     *
     * @param threads how many workers there are, at least 1
     */
    public Lives kept(int threads) {
        if (remembered) {
            return this;
        }
        List<KeptLife> kept = new ArrayList<>(users);
        forEach(threads, user -> KeptLife.of(live(user)), kept::add);
        return new Lives(users, end, user -> kept.get(user).life(), true);
    }

    /** The same population; somebody hears of every life that was asked for, on the thread that asked. */
    public Lives told(Runnable listener) {
        return new Lives(
                users,
                end,
                user -> {
                    Life life = lives.apply(user);
                    listener.run();
                    return life;
                },
                remembered);
    }

    /** How many users there are. */
    public int users() {
        return users;
    }

    /** The last day of their histories. */
    public LocalDate end() {
        return end;
    }

    /**
     * One user's life; called on any thread.
     *
     * @param user position in the population, from 0
     * @throws IllegalStateException when the user cannot be lived, and which
     */
    public Life live(int user) {
        try {
            return lives.apply(user);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the life of user number " + user + " failed: " + e.getMessage(), e);
        }
    }

    /**
     * Has something made of every user. No more than a few users a thread are under way at once, and what is taken does
     * not depend on the threads. Interrupting the calling thread cancels it.
     *
     * @param threads how many workers there are, at least 1
     * @param work what a worker makes of the user at a position; called on many threads
     * @param taken is given what was made, in the order of the population, on the calling thread
     * @throws CancellationException when it was cancelled
     */
    public <T> void forEach(int threads, IntFunction<? extends T> work, Consumer<? super T> taken) {
        if (threads < 1) {
            throw new IllegalArgumentException("a population needs at least one thread, not " + threads);
        }
        try (Blocks<List<T>> blocks = new Blocks<>(users, threads, (first, last) -> block(first, last, work))) {
            while (blocks.hasNext()) {
                blocks.next().forEach(taken);
            }
        }
    }

    private static <T> List<T> block(int first, int end, IntFunction<? extends T> work) {
        List<T> block = new ArrayList<>(end - first);
        for (int user = first; user < end && !Thread.currentThread().isInterrupted(); user++) {
            block.add(work.apply(user));
        }
        return block;
    }
}
