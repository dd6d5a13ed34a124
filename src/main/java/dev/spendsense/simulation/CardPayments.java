package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.Ledger;
import dev.spendsense.simulation.Wallet.CardInUse;
import java.time.LocalDate;
import java.util.List;

/** Card statements paid some days before they are due, in the holder's own manner, as far as checking reaches; cards that were given up, at once. */
final class CardPayments {

    private final List<CardInUse> cards;
    private final Account checking;
    private final Ledger ledger;

    CardPayments(List<CardInUse> cards, Account checking, Ledger ledger) {
        this.cards = cards;
        this.checking = checking;
        this.ledger = ledger;
    }

    void pay(Day today) {
        for (CardInUse card : cards) {
            if (card.plan().isClosed(today)) {
                payOff(card, today);
            } else if (card.plan().catchesUp(today)) {
                catchUp(card, today);
            } else if (paysToday(card, today)) {
                pay(card, today);
            }
        }
    }

    private void payOff(CardInUse inUse, Day today) {
        long amount = Math.min(ledger.balance(inUse.plan().account()), ledger.balance(checking));
        if (amount > 0) {
            inUse.card().pay(checking, today.date(), amount);
        }
    }

    private void catchUp(CardInUse inUse, Day today) {
        long behind = ledger.balance(inUse.plan().account()) - inUse.plan().comfort();
        long wanted = Math.max(inUse.card().unpaidMinimum(), behind);
        long amount = Math.min(wanted, ledger.balance(checking));
        if (amount > 0) {
            inUse.card().pay(checking, today.date(), amount);
        }
    }

    private static boolean paysToday(CardInUse inUse, Day today) {
        LocalDate due = inUse.card().latestStatement().dueDate();
        CardPlan plan = inUse.plan();
        if (plan.isBehind(today) || today.date().isAfter(due)) {
            return false;
        }
        boolean planned = today.date().equals(due.minusDays(plan.paysDaysBefore()));
        boolean lastChance = today.date().equals(due) && inUse.card().unpaidMinimum() > 0;
        boolean onFirstDay = today.number() == 0 && today.date().isAfter(due.minusDays(plan.paysDaysBefore()));
        return planned || lastChance || onFirstDay;
    }

    private void pay(CardInUse inUse, Day today) {
        CreditCard card = inUse.card();
        long minimum = card.unpaidMinimum();
        long statement = card.unpaidStatementBalance();
        long meant = switch (inUse.plan().payment()) {
            case FULL -> statement;
            case PARTIAL ->
                Math.max(minimum, Math.round(statement * inUse.plan().partialShare()));
            case MINIMUM -> minimum;
        };
        long money = ledger.balance(checking);
        long amount = money >= meant ? meant : Math.min(minimum, money);
        if (amount > 0) {
            card.pay(checking, today.date(), amount);
        }
    }
}
