package dev.spendsense.run;

import java.time.Duration;

/**
 * Estimates when a run will have written all its users from how fast it has been lately, from how much work the others are,
 * and from how a process is known to warm up: guessing from a run's first seconds goes wrong, so an early user counts as
 * several. For one thread.
 */
final class TimeLeft {

    /** How long what happened counts for, at least; shorter, and the figure would jump with every slow block. */
    private static final double SHORTEST_MEMORY_SECONDS = 2;

    /** How long it counts for as a share of the time elapsed, so that it steadies where there is enough to go by. */
    private static final double MEMORY_SHARE = 0.3;

    private final WarmingUp warmingUp;
    private Workload workload;
    private double seconds;
    private double work;
    private double lastSeconds;
    private int lastUsers;
    private int kept;

    /**
     * Begins with users who are all the same work.
     *
     * @param totalUsers how many there will be
     */
    TimeLeft(int totalUsers, WarmingUp warmingUp) {
        this.warmingUp = warmingUp;
        this.workload = Workload.even(totalUsers);
    }

    /** Takes into account how much work the users are. */
    void know(Workload known) {
        double before = workOf(kept, lastUsers);
        workload = known;
        if (before > 0) {
            work *= workOf(kept, lastUsers) / before;
        }
    }

    /**
     * Begins with users who are there already and took no time.
     *
     * @param elapsed time since the run began
     */
    void start(int users, Duration elapsed) {
        kept = users;
        lastUsers = users;
        lastSeconds = seconds(elapsed);
    }

    /**
     * Estimates the time from now until the last user is written; zero while there is nothing to go by.
     *
     * @param users how many are written
     * @param totalUsers how many there will be
     * @param elapsed time since the run began
     */
    Duration at(int users, int totalUsers, Duration elapsed) {
        double now = seconds(elapsed);
        if (users > lastUsers && now > lastSeconds) {
            double memory = Math.max(SHORTEST_MEMORY_SECONDS, MEMORY_SHARE * now);
            double remembered = Math.exp(-(now - lastSeconds) / memory);
            seconds = seconds * remembered + now - lastSeconds;
            work = work * remembered + workOf(lastUsers, users);
            lastSeconds = now;
            lastUsers = users;
        }
        if (work == 0) {
            return Duration.ZERO;
        }
        double left = workOf(lastUsers, totalUsers) * seconds / work - (now - lastSeconds);
        return Duration.ofNanos((long) (Math.max(0, left) * 1e9));
    }

    /** What users cost, in average users who are made when all is warm. */
    private double workOf(int first, int end) {
        return workload.of(first, end) + warmingUp.of(end - kept) - warmingUp.of(first - kept);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
