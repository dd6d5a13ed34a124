package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Channel;
import dev.spendsense.scenario.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A day's purchases: many small ones by habit and budget, and now and then one on impulse. */
final class Shopping {

    private static final int FLUSH_DAYS = 3;
    private static final int MOST_ERRANDS = 60;
    private static final Comparator<Errand> BY_TIME = Comparator.comparingInt(Errand::minute);

    private final Chapter chapter;
    private final ShoppingPlan plan;
    private final Range impulseTimes;
    private final double refundFactor;
    private final Wallet wallet;
    private final Refunds refunds;
    private final Paydays paydays;
    private final Pacing pacing;
    private final RandomStream purchases;
    private final RandomStream impulses;
    private final double ordinaryDay;

    Shopping(Chapter chapter, Wallet wallet, Refunds refunds, Paydays paydays, Pacing pacing, Streams streams) {
        this.chapter = chapter;
        this.plan = chapter.shopping();
        this.impulseTimes = chapter.profile().shopping().impulseTimes();
        this.refundFactor = chapter.profile().shopping().refunds();
        this.wallet = wallet;
        this.refunds = refunds;
        this.paydays = paydays;
        this.pacing = pacing;
        this.purchases = streams.of(Habit.PURCHASES);
        this.impulses = streams.of(Habit.IMPULSES);
        double gap = chapter.earnings().usualGapDays();
        this.ordinaryDay = 1 / (1 + plan.paydayLift() * Math.min(1, FLUSH_DAYS / gap));
    }

    void goOut(Day today) {
        double freely = progress(today) * pacing.factor(today);
        for (Errand errand : errands(today, plan.perDay() * freely * rhythm(today))) {
            if (!buy(today, errand)) {
                return;
            }
        }
        int outsized = impulses.on(today.number()).count(plan.impulsesPerDay() * freely);
        for (int i = 0; i < outsized; i++) {
            Market.Stall stall = plan.basket().discretionaryStall(impulses.nextDouble());
            double ticket = stall.meanTicket() * impulses.within(impulseTimes);
            buy(today, errand(MOST_ERRANDS + i, stall, ticket, impulses));
        }
    }

    /**
     * What a customer sets out to buy.
     *
     * @param number which of the day's errands it is
     * @param minute minutes since midnight
     * @param amount cents
     */
    private record Errand(
            int number,
            Market.Stall stall,
            int minute,
            long amount,
            String merchant,
            Channel channel,
            boolean onCard) {}

    /**
     * Draws the day's errands, in order of time. Each takes the same number of draws, so that one errand more or less
     * changes none of the others.
     */
    private List<Errand> errands(Day today, double mean) {
        int count = Math.min(MOST_ERRANDS, purchases.on(today.number()).count(mean));
        if (count == 0) {
            return List.of();
        }
        List<Errand> errands = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Market.Stall first = plan.basket().stallOn(today.weekday(), purchases.nextDouble());
            Market.Stall second = plan.basket().stallOn(today.weekday(), purchases.nextDouble());
            Market.Stall stall = hasHadEnough(errands, first) ? second : first;
            Errand errand =
                    errand(number, stall, stall.ticketAt(purchases.nextDouble()) * plan.ticketScale(), purchases);
            if (!hasHadEnough(errands, stall)) {
                errands.add(errand);
            }
        }
        errands.sort(BY_TIME);
        return errands;
    }

    private static boolean hasHadEnough(List<Errand> errands, Market.Stall stall) {
        int visits = 0;
        for (Errand errand : errands) {
            visits += errand.stall() == stall ? 1 : 0;
        }
        return visits >= stall.kind().mostADay();
    }

    private Errand errand(int number, Market.Stall stall, double ticket, RandomStream draws) {
        String merchant = plan.basket().merchant(stall, draws.nextDouble(), draws.nextDouble());
        long amount = stall.priced(ticket, draws.nextDouble());
        int minute = stall.minuteAt(draws.nextDouble(), draws.nextDouble());
        boolean online =
                draws.chance(stall.kind().online()) || stall.kind().sites().contains(merchant);
        boolean onCard = draws.chance(plan.onCard());
        return new Errand(number, stall, minute, amount, merchant, online ? Channel.ONLINE : Channel.IN_STORE, onCard);
    }

    /** Spending habits that grow or shrink over the days that lie ahead, 1 on average. */
    private double progress(Day today) {
        return 1 + plan.trend() * (chapter.course(today.number()) - 0.5);
    }

    /** Weekdays and paydays, 1 on average. */
    private double rhythm(Day today) {
        double flush = paydays.daysSincePay(today) < FLUSH_DAYS ? 1 + plan.paydayLift() : 1;
        return plan.basket().busyness(today.weekday()) * flush * ordinaryDay;
    }

    /** Buys one thing; false when the bank declined and the customer goes home. */
    private boolean buy(Day today, Errand errand) {
        Market.Stall stall = errand.stall();
        Account paidFrom = wallet.buy(
                today,
                errand.minute(),
                errand.amount(),
                errand.merchant(),
                stall.category(),
                errand.channel(),
                stall.kind().foreign(),
                errand.onCard());
        if (paidFrom == null) {
            return false;
        }
        refunds.consider(
                today,
                errand.number(),
                stall.kind().refunded() * refundFactor,
                new Refunds.Purchase(paidFrom, errand.amount(), errand.merchant(), stall.category(), errand.channel()));
        return true;
    }
}
