package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.CashFlow;
import dev.spendsense.simulation.Wallet.CardInUse;
import java.util.ArrayList;
import java.util.List;

/** Money that events bring and cost, on its days: a bill, benefits, an inheritance, debt that is paid off. */
final class Consequences {

    /** Share of a month's spending that stays in checking when debt is paid off. */
    private static final double KEPT_BACK = 0.25;

    private final Household household;
    private final Wallet wallet;
    private final Ledger ledger;
    private final List<Dated> flows = new ArrayList<>();

    Consequences(Household household, Wallet wallet, Ledger ledger, Streams streams) {
        this.household = household;
        this.wallet = wallet;
        this.ledger = ledger;
        for (Occurrence occurrence : household.occurrences()) {
            for (CashFlow flow : occurrence.event().flows()) {
                RandomStream draws = streams.of(Habit.EVENTS, occurrence.event().name() + "." + flow.name());
                flows.add(dated(occurrence, flow, draws));
            }
        }
    }

    /** A flow with the amount and the party that this customer meets. */
    private record Dated(Occurrence occurrence, CashFlow flow, long amount, String party) {

        boolean isDueOn(int day) {
            int since = day - occurrence.from() - flow.after();
            if (since < 0 || day >= occurrence.until()) {
                return false;
            }
            return flow.every() == 0 ? since == 0 : since % flow.every() == 0 && since / flow.every() < flow.times();
        }
    }

    private Dated dated(Occurrence occurrence, CashFlow flow, RandomStream draws) {
        double amount = draws.within(flow.amount());
        double monthly = household.opening().monthlyPay();
        String party = flow.parties().get(draws.below(flow.parties().size()));
        return new Dated(occurrence, flow, Math.round(flow.shareOfPay() ? amount * monthly : amount), party);
    }

    void settle(Day today) {
        for (Dated dated : flows) {
            if (dated.isDueOn(today.number()) && dated.amount() > 0) {
                settle(today, dated);
            }
        }
        for (Occurrence occurrence : household.occurrences()) {
            if (occurrence.event().paysOffCards() && occurrence.from() == today.number()) {
                payOffCards(today);
            }
        }
    }

    private void settle(Day today, Dated dated) {
        CashFlow flow = dated.flow();
        if (flow.arrives()) {
            ledger.post(
                    household.checking(),
                    today.date(),
                    Transaction.NO_TIME,
                    -dated.amount(),
                    dated.party(),
                    flow.category(),
                    Channel.ACH);
        } else if (flow.onCard()) {
            wallet.buy(
                    today,
                    Transaction.NO_TIME,
                    dated.amount(),
                    dated.party(),
                    flow.category(),
                    Channel.ONLINE,
                    false,
                    true);
        } else {
            wallet.payBill(today, dated.amount(), dated.party(), flow.category());
        }
    }

    private void payOffCards(Day today) {
        Account checking = household.checking();
        long owed = wallet.cards().stream()
                .mapToLong(card -> Math.max(0, ledger.balance(card.plan().account())))
                .sum();
        long kept = Math.round(household.opening().monthlySpending() * KEPT_BACK);
        household.savings().ifPresent(savings -> {
            long wanted = owed + kept - ledger.balance(checking);
            SavingsMoves.withdraw(savings, checking, today, Math.min(wanted, ledger.balance(savings)), ledger);
        });
        for (CardInUse inUse : wallet.cards()) {
            CreditCard card = inUse.card();
            long amount = Math.min(ledger.balance(card.account()), ledger.balance(checking) - kept);
            if (amount > 0) {
                card.pay(checking, today.date(), amount);
            }
        }
    }
}
