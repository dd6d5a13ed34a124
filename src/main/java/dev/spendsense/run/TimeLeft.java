package dev.spendsense.run;

import java.time.Duration;

/**
 * Estimates when a run will have written all its users from how fast it has been lately and from how much work the others
 * are. The first users of a process take several times longer than later ones, since what they need is compiled while they
 * are made, less and less of it for a minute: the nth takes about {@code 1 + (3000 / (n + 200))^0.6} times as long as users
 * will at last. That is known beforehand, and guessing it from a run's first seconds goes wrong: so an early user counts as
 * several. For one thread.
 */
final class TimeLeft {

    /**
     * The user of a process who takes about twice as long as users will at last. With {@link #FADING} and {@link #COLDEST}
     * the best for runs of 4,000, 10,000, 100,000 and 1,000,000 users together, with rules, on JDK 17 and two threads: after
     * a tenth of them the time left is 11% too long, 8 to 14% too short, 34% too long, and 10% too short.
     */
    private static final double TWICE_AS_LONG = 3_000;

    /** The power with which that fades. */
    private static final double FADING = 0.6;

    /** Users by whom the beginning is milder than that power would have it. */
    private static final double COLDEST = 200;

    /** How long what happened counts for, at least; shorter, and the figure would jump with every slow block. */
    private static final double SHORTEST_MEMORY_SECONDS = 1;

    /** How long it counts for as a share of the time elapsed, so that it steadies where there is enough to go by. */
    private static final double MEMORY_SHARE = 0.3;

    private final long usersBefore;
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
     * @param usersBefore how many the process had made before this run, about
     */
    TimeLeft(int totalUsers, long usersBefore) {
        this.usersBefore = usersBefore;
        this.workload = Workload.even(totalUsers);
    }

    /** Takes into account how much work the users are. */
    void know(Workload known) {
        if (lastUsers > kept) {
            work *= known.of(kept, lastUsers) / workload.of(kept, lastUsers);
        }
        workload = known;
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
        return workload.of(first, end) + warmingUp(made(end)) - warmingUp(made(first));
    }

    /** What so many users cost more than if all had been warm. */
    private static double warmingUp(double made) {
        return Math.pow(TWICE_AS_LONG, FADING) / (1 - FADING) * Math.pow(made + COLDEST, 1 - FADING);
    }

    /** How many this process has made when the run has come to a user. */
    private double made(int users) {
        return (double) usersBefore + users - kept;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
