package dev.spendsense.run;

import java.time.Duration;

/**
 * Estimates when a run will have written all its users from how fast it has been lately: the first of them take several
 * times longer than the others, while the program warms up, so that the average since the beginning would promise too
 * much time for long. As long as users have been getting cheaper, they are taken to get cheaper by as much again. For one
 * thread.
 */
final class TimeLeft {

    /** How long what happened counts for, at least; shorter, and the figure would jump with every slow block. */
    private static final double SHORTEST_MEMORY_SECONDS = 1;

    /** How long it counts for as a share of the time elapsed, so that it steadies where there is enough to go by. */
    private static final double MEMORY_SHARE = 0.2;

    /** How much longer the memory is of what users cost before. */
    private static final double BEFORE = 2;

    private final Cost lately = new Cost();
    private final Cost before = new Cost();
    private double lastSeconds;
    private int lastUsers;

    /**
     * Begins with users who are there already and took no time.
     *
     * @param elapsed time since the run began
     */
    void start(int users, Duration elapsed) {
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
            lately.add(users - lastUsers, now - lastSeconds, memory);
            before.add(users - lastUsers, now - lastSeconds, BEFORE * memory);
            lastSeconds = now;
            lastUsers = users;
        }
        if (lately.users == 0) {
            return Duration.ZERO;
        }
        double gain = Math.max(0, before.ofUser() - lately.ofUser());
        double ofUser = Math.max(lately.ofUser() / 2, lately.ofUser() - gain);
        double left = (totalUsers - lastUsers) * ofUser - (now - lastSeconds);
        return Duration.ofNanos((long) (Math.max(0, left) * 1e9));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Seconds that a user takes, by exponentially weighted sums of both. */
    private static final class Cost {

        private double seconds;
        private double users;

        void add(int moreUsers, double moreSeconds, double memory) {
            double kept = Math.exp(-moreSeconds / memory);
            seconds = seconds * kept + moreSeconds;
            users = users * kept + moreUsers;
        }

        double ofUser() {
            return seconds / users;
        }
    }
}
