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
    private static final int PURCHASES_A_DAY = 1_000;

    private final Wallet wallet;
    private final RandomStream draws;
    private final List<Pending> pending = new ArrayList<>();

    Refunds(Wallet wallet, RandomStream draws) {
        this.wallet = wallet;
        this.draws = draws;
    }

    /**
     * A purchase that was made.
     *
     * @param paidFrom the account the money comes back to
     * @param amount cents
     */
    record Purchase(Account paidFrom, long amount, String merchant, Category category, Channel channel) {}

    private record Pending(int day, Purchase purchase) {}

    void arrive(Day today) {
        if (pending.isEmpty()) {
            return;
        }
        for (Pending refund : pending) {
            if (refund.day() == today.number()) {
                wallet.refund(today, refund.purchase());
            }
        }
        pending.removeIf(refund -> refund.day() <= today.number());
    }

    /**
     * Decides whether a purchase will be taken back.
     *
     * @param number which of the day's purchases it is; each has draws of its own
     */
    void consider(Day today, int number, double probability, Purchase purchase) {
        if (probability > 0
                && draws.on(today.number() * PURCHASES_A_DAY + number).chance(probability)) {
            pending.add(new Pending(today.number() + SOONEST + draws.below(SPREAD), purchase));
        }
    }
}
