package dev.spendsense.simulation;

import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Subscription;
import java.util.List;

/** Subscriptions renewing by themselves on their day of the month. */
final class Renewals {

    private final List<Subscription> services;
    private final int billingDay;
    private final boolean onCard;
    private final Wallet wallet;

    Renewals(List<Subscription> services, int billingDay, boolean onCard, Wallet wallet) {
        this.services = services;
        this.billingDay = billingDay;
        this.onCard = onCard;
        this.wallet = wallet;
    }

    void renew(Day today) {
        if (today.dayOfMonth() != billingDay) {
            return;
        }
        for (Subscription service : services) {
            wallet.buy(
                    today,
                    Transaction.NO_TIME,
                    service.price(),
                    service.merchant(),
                    service.category(),
                    Channel.ONLINE,
                    false,
                    onCard);
        }
    }
}
