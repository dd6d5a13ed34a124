package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Channel;
import dev.spendsense.scenario.Range;
import java.util.Set;

/** A day's purchases: many small ones by habit and budget, and now and then one on impulse. */
final class Shopping {

    private static final int FLUSH_DAYS = 3;
    private static final int MOST_ERRANDS = 60;

    private final ShoppingPlan plan;
    private final Range impulseTimes;
    private final Set<String> shunned;
    private final Wallet wallet;
    private final Refunds refunds;
    private final Paydays paydays;
    private final Pacing pacing;
    private final RandomStream purchases;
    private final RandomStream impulses;
    private final int days;
    private final double ordinaryDay;
    private final Market.Stall[] stalls = new Market.Stall[MOST_ERRANDS];
    private final int[] minutes = new int[MOST_ERRANDS];

    Shopping(
            Household household,
            Wallet wallet,
            Refunds refunds,
            Paydays paydays,
            Pacing pacing,
            Streams streams,
            Calendar calendar) {
        this.plan = household.shopping();
        this.impulseTimes = household.profile().shopping().impulseTimes();
        this.shunned = household.services().shunned();
        this.wallet = wallet;
        this.refunds = refunds;
        this.paydays = paydays;
        this.pacing = pacing;
        this.purchases = streams.of(Habit.PURCHASES);
        this.impulses = streams.of(Habit.IMPULSES);
        this.days = calendar.length();
        double gap = household.earnings().usualGapDays();
        this.ordinaryDay = 1 / (1 + plan.paydayLift() * Math.min(1, FLUSH_DAYS / gap));
    }

    void goOut(Day today) {
        double lust = progress(today) * pacing.factor(today);
        int errands = errands(today, plan.perDay() * lust * rhythm(today));
        for (int i = 0; i < errands; i++) {
            Market.Stall stall = stalls[i];
            double ticket = stall.ticketAt(purchases.nextDouble()) * plan.ticketScale();
            if (!buy(today, stall, minutes[i], ticket, purchases)) {
                return;
            }
        }
        int temptations = impulses.on(today.number()).count(plan.impulsesPerDay() * lust);
        for (int i = 0; i < temptations; i++) {
            Market.Stall stall = plan.basket().temptation(impulses.nextDouble());
            int minute = stall.minuteAt(impulses.nextDouble(), impulses.nextDouble());
            buy(today, stall, minute, stall.meanTicket() * impulses.within(impulseTimes), impulses);
        }
    }

    /** Draws where the day's purchases are made and puts them in order of time; returns how many there are. */
    private int errands(Day today, double mean) {
        int errands = Math.min(MOST_ERRANDS, purchases.on(today.number()).count(mean));
        for (int i = 0; i < errands; i++) {
            Market.Stall stall = plan.basket().stallOn(today.weekday(), purchases.nextDouble());
            int minute = stall.minuteAt(purchases.nextDouble(), purchases.nextDouble());
            int place = i;
            while (place > 0 && minutes[place - 1] > minute) {
                minutes[place] = minutes[place - 1];
                stalls[place] = stalls[place - 1];
                place--;
            }
            minutes[place] = minute;
            stalls[place] = stall;
        }
        return errands;
    }

    /** Spending habits that grow or shrink over the period, 1 at its middle. */
    private double progress(Day today) {
        return 1 + plan.trend() * ((today.number() + 0.5) / days - 0.5);
    }

    /** Weekdays and paydays, 1 on average. */
    private double rhythm(Day today) {
        double flush = paydays.daysSincePay(today) < FLUSH_DAYS ? 1 + plan.paydayLift() : 1;
        return plan.basket().busyness(today.weekday()) * flush * ordinaryDay;
    }

    /** Buys one thing; false when the bank declined and the customer goes home. */
    private boolean buy(Day today, Market.Stall stall, int minute, double ticket, RandomStream draws) {
        String merchant = plan.basket().merchant(stall, draws.nextDouble(), draws.nextDouble(), shunned);
        long amount = stall.priced(ticket, draws.nextDouble());
        Channel channel = draws.chance(stall.kind().online()) ? Channel.ONLINE : Channel.IN_STORE;
        boolean onCard = draws.chance(plan.onCard());
        Account paidFrom = wallet.buy(
                today,
                minute,
                amount,
                merchant,
                stall.category(),
                channel,
                stall.kind().foreign(),
                onCard);
        if (paidFrom == null) {
            return false;
        }
        refunds.consider(today, stall.kind().refunded(), paidFrom, amount, merchant, stall.category(), channel);
        return true;
    }
}
