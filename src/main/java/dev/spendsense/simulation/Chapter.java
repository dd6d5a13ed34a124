package dev.spendsense.simulation;

import dev.spendsense.scenario.PaySchedule;
import dev.spendsense.scenario.Profile;
import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.List;

/**
 * How a customer means to live through a stretch of days.
 *
 * @param from number of the first day
 * @param until number of the day after the last one
 * @param horizon days for which it is planned; a chapter may be cut short by an event
 * @param goesOnFrom number of the first day beyond those that lives are planned over
 * @param profile the habits behind it
 * @param earnings what comes in, and how regularly
 * @param monthlyPay cents a month that the customer counts on
 * @param setAside cents a month moved to savings; 0 for none
 * @param cards credit cards and how they are treated, the one used most first
 * @param bills monthly bills
 * @param services subscriptions
 * @param shopping everyday purchases
 * @param monthlySpending cents a month that the customer means to spend on everything
 * @param floor cents of liquid money that a paced household tries not to touch
 */
record Chapter(
        int from,
        int until,
        int horizon,
        int goesOnFrom,
        Profile profile,
        Earnings earnings,
        double monthlyPay,
        long setAside,
        List<CardPlan> cards,
        List<HomeBill> bills,
        Services services,
        ShoppingPlan shopping,
        long monthlySpending,
        long floor) {

    /** Days in which habits go back, or out, where less was planned. */
    private static final int SHORTEST_ROUND = 90;

    /**
     * How far spending habits that grow or shrink over the days that lie ahead have come, from 0 to 1. Beyond the
     * planned days they go back as gradually as they came, and out again: nothing grows for ever, and nothing jumps.
     */
    double course(int day) {
        if (day < goesOnFrom) {
            return (day - from + 0.5) / horizon;
        }
        int round = Math.max(SHORTEST_ROUND, goesOnFrom) * 2;
        double share = ((day - goesOnFrom) % round + 0.5) / round;
        return Math.abs(1 - 2 * share);
    }

    /**
     * Whether the customer lives on more than what is at hand: beyond the planned days, savings and credit that were to
     * pay for them come to an end.
     */
    boolean livesOnMoreThanPay() {
        double arrives = earnings.schedule() == PaySchedule.NONE ? 0 : monthlyPay;
        return from >= goesOnFrom && monthlySpending > arrives;
    }
}
