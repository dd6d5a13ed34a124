package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import java.util.ArrayList;
import java.util.List;

/** Purchases taken back to the shop: the money returns some days later to where it came from. */
final class Refunds {

    private static final int SOONEST = 3;
    private static final int SPREAD = 12;

    private final Wallet wallet;
    private final RandomStream draws;
    private final List<Pending> pending = new ArrayList<>();

    Refunds(Wallet wallet, RandomStream draws) {
        this.wallet = wallet;
        this.draws = draws;
    }

    private record Pending(
            int day, Account account, long amount, String merchant, Category category, Channel channel) {}

    void arrive(Day today) {
        draws.on(today.number());
        if (pending.isEmpty()) {
            return;
        }
        for (Pending refund : pending) {
            if (refund.day() == today.number()) {
                wallet.refund(
                        today,
                        refund.account(),
                        refund.amount(),
                        refund.merchant(),
                        refund.category(),
                        refund.channel());
            }
        }
        pending.removeIf(refund -> refund.day() <= today.number());
    }

    /** Decides whether a purchase made today will be taken back. */
    void consider(
            Day today,
            double probability,
            Account account,
            long amount,
            String merchant,
            Category category,
            Channel channel) {
        if (draws.chance(probability)) {
            int day = today.number() + SOONEST + draws.below(SPREAD);
            pending.add(new Pending(day, account, amount, merchant, category, channel));
        }
    }
}
