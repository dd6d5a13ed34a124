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
    private final Streams streams;
    private final Ledger ledger;
    private final Wallet wallet;

    private final Paydays paydays;
    private final Refunds refunds;
    private final BankBooks bank;
    private final Consequences events;
    private int chapters;

    private SavingsMoves savings;
    private MonthlyBills bills;
    private Renewals services;
    private CardPayments cards;
    private Shopping shopping;
    private CashWithdrawals cash;

    LifeCourse(Household household, BankTerms terms, Calendar calendar, Streams streams) {
        this.household = household;
        this.calendar = calendar;
        this.streams = streams;
        this.ledger = new Ledger(accounts(household));
        List<CardInUse> inUse = household.opening().cards().stream()
                .map(plan -> new CardInUse(openCard(plan, terms), plan))
                .toList();
        this.wallet = new Wallet(ledger, household.checking(), inUse, terms);

        this.paydays = new Paydays(household, ledger);
        this.refunds = new Refunds(wallet, streams.of(Habit.REFUNDS));
        this.bank = new BankBooks(household, inUse, ledger);
        this.events = new Consequences(household, wallet, ledger, streams);
    }

    History live() {
        for (Day today : calendar) {
            if (turnsOver(today)) {
                begin(household.chapters().get(chapters++));
            }
            bank.open(today);
            paydays.arrive(today);
            refunds.arrive(today);
            events.settle(today);
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

    private boolean turnsOver(Day today) {
        return chapters < household.chapters().size()
                && household.chapters().get(chapters).from() == today.number();
    }

    /** Takes up the habits of a chapter. What the bank and the shops owe or are owed goes on. */
    private void begin(Chapter chapter) {
        wallet.carry(chapter.cards());
        savings = new SavingsMoves(household, chapter, ledger, streams.of(Habit.CLOSING));
        if (bills == null || !bills.are(chapter.bills())) {
            bills = new MonthlyBills(chapter.from(), chapter.bills(), wallet, calendar, streams.of(Habit.BILL_AMOUNTS));
        }
        services = new Renewals(
                chapter.services().kept(),
                chapter.profile().subscriptions().billingDay(),
                chapter.cards().stream().anyMatch(plan -> plan.payment() == Payment.FULL),
                wallet);
        cards = new CardPayments(wallet.cards(), household.checking(), ledger);
        Pacing pacing = new Pacing(household, chapter, ledger, paydays);
        shopping = new Shopping(chapter, wallet, refunds, paydays, pacing, streams);
        cash = new CashWithdrawals(chapter.shopping().cashPerDay(), wallet, streams.of(Habit.CASH));
    }

    private CreditCard openCard(CardPlan plan, BankTerms terms) {
        return new CreditCard(plan.account(), terms.cards(), ledger, plan.opening(), calendar.from(), plan.carries());
    }

    private static List<Account> accounts(Household household) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(household.checking());
        household.savings().ifPresent(accounts::add);
        household.opening().cards().forEach(plan -> accounts.add(plan.account()));
        return accounts;
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        wallet.cards().forEach(card -> statements.addAll(card.card().statements()));
        return statements;
    }
}
