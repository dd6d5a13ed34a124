package dev.spendsense.simulation;

import dev.spendsense.scenario.ShoppingHabit;
import java.util.Set;

/**
 * How a customer turns a monthly amount into purchases.
 *
 * @param basket what is bought
 * @param perDay purchases a day on average
 * @param ticketScale factor on the catalog's ticket sizes
 * @param onCard share of purchases put on a card that has room
 * @param paydayLift share by which purchases rise in the days after pay
 * @param trend share by which purchases grow over the period
 * @param impulsesPerDay outsized purchases a day on average
 * @param cashPerDay cash withdrawals a day on average
 */
record ShoppingPlan(
        Basket basket,
        double perDay,
        double ticketScale,
        double onCard,
        double paydayLift,
        double trend,
        double impulsesPerDay,
        double cashPerDay) {

    /** Days in a month, on average. */
    static final double DAYS_A_MONTH = 365 / 12.0;

    private static final double SMALLEST_SCALE = 0.8;
    private static final double LARGEST_SCALE = 1.3;

    /** Outsized purchases never take more than this share of what is spent in shops. */
    private static final double IMPULSE_CAP = 0.45;

    /**
     * Divides a monthly amount into purchases.
     *
     * @param shunned merchants the customer does not go to
     * @param preferred merchants the customer goes to first
     * @param monthly cents a month for everything bought in shops, outsized purchases included
     */
    static ShoppingPlan draw(
            ShoppingHabit habit,
            Market market,
            Set<String> shunned,
            Set<String> preferred,
            double monthly,
            Streams streams) {
        RandomStream shopping = streams.of(Habit.SHOPPING);
        double often = shopping.nextDouble();
        double onCard = shopping.within(habit.onCard());
        double lift = shopping.within(habit.paydayLift());
        double trend = shopping.within(habit.trend());
        double impulses = shopping.within(habit.impulsesAMonth());
        double cash = shopping.within(habit.cashAMonth());
        double times = (habit.impulseTimes().low() + habit.impulseTimes().high()) / 2;

        double daily = monthly / DAYS_A_MONTH;
        boolean byTicket = habit.ticket().high() > 0;
        double wantedPerDay =
                byTicket ? daily / habit.ticket().at(often) : habit.perDay().at(often);
        Basket first = basket(habit, market, shunned, preferred, streams, daily / wantedPerDay);
        double impulsive =
                Math.min(impulses / DAYS_A_MONTH * times * first.meanDiscretionaryTicket(), daily * IMPULSE_CAP);
        Basket basket = basket(habit, market, shunned, preferred, streams, (daily - impulsive) / wantedPerDay);
        double impulseCost = times * basket.meanDiscretionaryTicket();
        double impulsesPerDay =
                impulseCost > 0 ? Math.min(impulses / DAYS_A_MONTH, daily * IMPULSE_CAP / impulseCost) : 0;
        double everyday = daily - impulsesPerDay * impulseCost;
        double scale = Math.max(SMALLEST_SCALE, Math.min(LARGEST_SCALE, everyday / wantedPerDay / basket.meanTicket()));
        double perDay = basket.meanTicket() > 0 ? everyday / (basket.meanTicket() * scale) : 0;
        return new ShoppingPlan(basket, perDay, scale, onCard, lift, trend, impulsesPerDay, cash / DAYS_A_MONTH);
    }

    ShoppingPlan withOnCard(double share) {
        return new ShoppingPlan(basket, perDay, ticketScale, share, paydayLift, trend, impulsesPerDay, cashPerDay);
    }

    private static Basket basket(
            ShoppingHabit habit,
            Market market,
            Set<String> shunned,
            Set<String> preferred,
            Streams streams,
            double wantedTicket) {
        return Basket.fit(market, habit.basket(), streams.of(Habit.TASTE), shunned, preferred, wantedTicket);
    }
}
