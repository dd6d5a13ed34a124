package dev.spendsense.simulation;

import dev.spendsense.scenario.Profile;
import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.List;

/**
 * How a customer means to live through a stretch of days.
 *
 * @param from number of the first day
 * @param until number of the day after the last one
 * @param horizon days for which it is planned; a chapter may be cut short by an event
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
        Profile profile,
        Earnings earnings,
        double monthlyPay,
        long setAside,
        List<CardPlan> cards,
        List<HomeBill> bills,
        Services services,
        ShoppingPlan shopping,
        long monthlySpending,
        long floor) {}
