package dev.spendsense.simulation;

import dev.spendsense.bank.Ledger;

/**
 * How freely a household spends today. Most spend evenly; one whose pay comes now and then looks at what is left above
 * its floor, and makes that last until the next pay can be expected.
 */
final class Pacing {

    private static final double TIGHTEST = 0.15;
    private static final double LOOSEST = 2.5;
    private static final int SHORTEST_OUTLOOK = 7;

    private final Household household;
    private final Chapter chapter;
    private final Ledger ledger;
    private final Paydays paydays;
    private final double usualGap;

    Pacing(Household household, Chapter chapter, Ledger ledger, Paydays paydays) {
        this.household = household;
        this.chapter = chapter;
        this.ledger = ledger;
        this.paydays = paydays;
        this.usualGap = chapter.earnings().usualGapDays();
    }

    /** Factor on the number of purchases today, 1 for spending as planned. */
    double factor(Day today) {
        if (!chapter.profile().budget().paced()) {
            return 1;
        }
        double outlook = Math.max(SHORTEST_OUTLOOK, usualGap - paydays.daysSincePay(today));
        double plannedADay = chapter.monthlySpending() / ShoppingPlan.DAYS_A_MONTH;
        double left = liquid() - chapter.floor();
        double shopping = chapter.shopping().perDay()
                * chapter.shopping().basket().meanTicket()
                * chapter.shopping().ticketScale();
        if (shopping <= 0) {
            return 1;
        }
        double fixedADay = plannedADay - shopping;
        double affordable = left / outlook - fixedADay;
        return Math.max(TIGHTEST, Math.min(LOOSEST, affordable / shopping));
    }

    private double liquid() {
        double liquid = ledger.balance(household.checking());
        double counted = chapter.profile().budget().countsSavings();
        return household.savings().isPresent()
                ? liquid + counted * ledger.balance(household.savings().get())
                : liquid;
    }
}
