package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Statement;
import dev.spendsense.scenario.BankTerms;
import dev.spendsense.scenario.CardHabit.Payment;
import dev.spendsense.simulation.Wallet.CardInUse;
import java.util.ArrayList;
import java.util.List;

/** One customer's life through the period, a day at a time. */
final class LifeCourse {

    private final Household household;
    private final Calendar calendar;
    private final Ledger ledger;
    private final List<CardInUse> inUse;
    private final Wallet wallet;

    private final Paydays paydays;
    private final Refunds refunds;
    private final SavingsMoves savings;
    private final MonthlyBills bills;
    private final Renewals services;
    private final CardPayments cards;
    private final Shopping shopping;
    private final CashWithdrawals cash;
    private final BankBooks bank;

    LifeCourse(Household household, BankTerms terms, Calendar calendar, Streams streams) {
        this.household = household;
        this.calendar = calendar;
        this.ledger = new Ledger(accounts(household));
        this.inUse = household.cards().stream()
                .map(plan -> new CardInUse(openCard(plan, terms), plan))
                .toList();
        this.wallet = new Wallet(ledger, household.checking(), inUse, terms);

        this.paydays = new Paydays(household.earnings(), household.checking(), ledger);
        this.refunds = new Refunds(wallet, streams.of(Habit.REFUNDS));
        this.savings = new SavingsMoves(household, ledger, streams.of(Habit.CLOSING));
        this.bills = new MonthlyBills(household.bills(), wallet, calendar, streams.of(Habit.BILL_AMOUNTS));
        this.services = new Renewals(
                household.services().kept(),
                household.profile().subscriptions().billingDay(),
                household.cards().stream().anyMatch(plan -> plan.payment() == Payment.FULL),
                wallet);
        this.cards = new CardPayments(inUse, household.checking(), ledger);
        this.shopping = new Shopping(
                household, wallet, refunds, paydays, new Pacing(household, ledger, paydays), streams, calendar);
        this.cash = new CashWithdrawals(household.shopping().cashPerDay(), wallet, streams.of(Habit.CASH));
        this.bank = new BankBooks(household, inUse, ledger);
    }

    History live() {
        for (Day today : calendar) {
            bank.open(today);
            paydays.arrive(today);
            refunds.arrive(today);
            savings.giveUp(today);
            savings.setAside(today);
            savings.coverShortfall(today);
            bills.fallDue(today);
            services.renew(today);
            cards.pay(today);
            shopping.goOut(today);
            cash.withdraw(today);
            bank.close(today);
        }
        return new History(
                household.customer(),
                calendar.from(),
                calendar.end(),
                ledger.accounts(),
                ledger.transactions(),
                statements(),
                wallet.declined());
    }

    private CreditCard openCard(CardPlan plan, BankTerms terms) {
        return new CreditCard(plan.account(), terms.cards(), ledger, plan.opening(), calendar.from(), plan.carries());
    }

    private static List<Account> accounts(Household household) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(household.checking());
        household.savings().ifPresent(accounts::add);
        household.cards().forEach(plan -> accounts.add(plan.account()));
        return accounts;
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        inUse.forEach(card -> statements.addAll(card.card().statements()));
        return statements;
    }
}
