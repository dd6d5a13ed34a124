package dev.spendsense.run;

/**
 * How much longer the first users of a process take than later ones, since what they need is compiled while they are made:
 * less and less of it for a minute. The nth takes about {@code 1 + 2 exp(-n / 14000) + 15 exp(-n / 300)} times as long as
 * users will at last when they are judged; living alone is compiled much sooner.
 *
 * <p>The figures are the best, within what runs of the same command differ by among themselves, for 16 recorded runs of
 * 10,000 to 1,000,000 users on JDK 17 and two threads. After a tenth of their users the time left would have been told 8%
 * off in the median, and 19% at worst; in five runs made afterwards it was 7 to 8% off, and once 16%, on a machine whose
 * speed changed by a third meanwhile.
 *
 * @param usersBefore how many the process had made before, about
 * @param lukewarm how much longer they take until most of the program is compiled
 */
record WarmingUp(double usersBefore, Fading lukewarm) {

    /** How much longer the very first ones take, until it is compiled at all. */
    private static final Fading COLD = new Fading(15, 300);

    private static final double USERS = 14_000;

    /** Of a process that lives users and has them judged. */
    static WarmingUp judging(long usersBefore) {
        return new WarmingUp(usersBefore, new Fading(2, USERS));
    }

    /** Of a process that lives users and has nobody judged; from two recorded runs of 20,000. */
    static WarmingUp living() {
        return new WarmingUp(0, new Fading(0.3, USERS));
    }

    /** What so many users of a run cost more than if all had been warm, in what one costs at last. */
    double of(int users) {
        return until(usersBefore + users) - until(usersBefore);
    }

    private double until(double made) {
        return lukewarm.until(made) + COLD.until(made);
    }

    /**
     * A cost that is less with every user.
     *
     * @param first what it is for the first one, in what a user costs at last
     * @param users after how many it is {@code 1/e} of that
     */
    record Fading(double first, double users) {

        private double until(double made) {
            return first * users * -Math.expm1(-made / users);
        }
    }
}
