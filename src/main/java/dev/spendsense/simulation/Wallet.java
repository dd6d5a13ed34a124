package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.BankTerms;
import java.util.ArrayList;
import java.util.List;

/** How the customer pays: which account a purchase or bill goes to, and what the bank says to it. */
final class Wallet {

    static final String FOREIGN_FEE = "Foreign Transaction Fee";
    static final String OVERDRAFT_FEE = "Overdraft Fee";
    static final String RETURNED_FEE = "Returned Payment Fee: ";

    /** When checking cannot pay, a card is used up to this share of its limit even beyond the holder's comfort. */
    private static final int EMERGENCY_PERCENT = 93;

    private final Ledger ledger;
    private final Account checking;
    private List<CardInUse> cards;
    private final BankTerms terms;
    private final List<DeclinedPurchase> declined = new ArrayList<>();
    private int overdraftFeeDay = -1;

    Wallet(Ledger ledger, Account checking, List<CardInUse> cards, BankTerms terms) {
        this.ledger = ledger;
        this.checking = checking;
        this.cards = cards;
        this.terms = terms;
    }

    /**
     * A card with its holder's plan for it.
     *
     * @param card the statement cycle
     * @param plan how the holder treats it
     */
    record CardInUse(CreditCard card, CardPlan plan) {}

    /** The cards, the one used most first. */
    List<CardInUse> cards() {
        return cards;
    }

    /** Treats the same cards by other plans. */
    void carry(List<CardPlan> plans) {
        List<CardInUse> treated = new ArrayList<>(cards.size());
        for (int i = 0; i < cards.size(); i++) {
            treated.add(new CardInUse(cards.get(i).card(), plans.get(i)));
        }
        cards = treated;
    }

    List<DeclinedPurchase> declined() {
        return declined;
    }

    /**
     * Pays for a purchase.
     *
     * @param minute minutes since midnight, or {@link Transaction#NO_TIME}
     * @param amount cents
     * @param foreign whether the bank charges its foreign transaction fee
     * @param prefersCard whether a card with room is used before checking
     * @return the account that paid, or null when the bank declined
     */
    Account buy(
            Day today,
            int minute,
            long amount,
            String merchant,
            Category category,
            Channel channel,
            boolean foreign,
            boolean prefersCard) {
        Account account = choose(today, amount, prefersCard);
        if (account == null) {
            declined.add(new DeclinedPurchase(asked(today, prefersCard), today.date(), amount, merchant, category));
            return null;
        }
        ledger.post(account, today.date(), minute, amount, merchant, category, channel);
        if (foreign) {
            long fee = Math.floorDiv(amount * terms.foreignFeeBasisPoints() + 5_000, 10_000);
            post(account, today, fee, FOREIGN_FEE, Category.BANK_FEES_FOREIGN_TRANSACTION_FEES);
        }
        return account;
    }

    private Account choose(Day today, long amount, boolean prefersCard) {
        Account card = prefersCard ? cardWithRoom(today, amount) : null;
        if (card != null) {
            return card;
        }
        return ledger.balance(checking) >= amount ? checking : cardInEmergency(today, amount);
    }

    private Account asked(Day today, boolean prefersCard) {
        for (CardInUse card : cards) {
            if (prefersCard && !card.plan().isClosed(today)) {
                return card.plan().account();
            }
        }
        return checking;
    }

    private Account cardWithRoom(Day today, long amount) {
        for (CardInUse card : cards) {
            if (!card.plan().isClosed(today)
                    && ledger.balance(card.plan().account()) + amount
                            <= card.plan().comfort()) {
                return card.plan().account();
            }
        }
        return null;
    }

    private Account cardInEmergency(Day today, long amount) {
        for (CardInUse card : cards) {
            Account account = card.plan().account();
            if (!card.plan().isClosed(today)
                    && (ledger.balance(account) + amount) * 100 <= account.creditLimit() * EMERGENCY_PERCENT) {
                return account;
            }
        }
        return null;
    }

    /**
     * Pays a bill by direct debit. Checking may go below zero for it, at a fee a day; beyond the overdraft limit the
     * debit is returned, at a fee.
     *
     * @return whether the bill was paid
     */
    boolean payBill(Day today, long amount, String payee, Category category) {
        long after = ledger.balance(checking) - amount;
        if (after < -terms.overdraftLimit()) {
            post(checking, today, terms.returnedFee(), RETURNED_FEE + payee, Category.BANK_FEES_INSUFFICIENT_FUNDS);
            return false;
        }
        ledger.post(checking, today.date(), Transaction.NO_TIME, amount, payee, category, Channel.ACH);
        if (after < 0 && overdraftFeeDay != today.number()) {
            overdraftFeeDay = today.number();
            post(checking, today, terms.overdraftFee(), OVERDRAFT_FEE, Category.BANK_FEES_OVERDRAFT_FEES);
        }
        return true;
    }

    /** Takes cash from a machine, if checking has it. */
    void withdraw(Day today, int minute, long amount, boolean otherBank) {
        if (ledger.balance(checking) < amount + terms.atmFee()) {
            return;
        }
        ledger.post(
                checking,
                today.date(),
                minute,
                amount,
                "ATM Withdrawal",
                Category.TRANSFER_OUT_WITHDRAWAL,
                Channel.ATM);
        if (otherBank) {
            post(checking, today, terms.atmFee(), "Out-of-Network ATM Fee", Category.BANK_FEES_ATM_FEES);
        }
    }

    /** Puts a refund back where the purchase was paid from. */
    void refund(Day today, Refunds.Purchase purchase) {
        ledger.post(
                purchase.paidFrom(),
                today.date(),
                Transaction.NO_TIME,
                -purchase.amount(),
                purchase.merchant(),
                purchase.category(),
                purchase.channel());
        for (CardInUse card : cards) {
            if (card.plan().account() == purchase.paidFrom()) {
                card.card().refunded(purchase.amount());
            }
        }
    }

    private void post(Account account, Day today, long amount, String text, Category category) {
        if (amount > 0) {
            ledger.post(account, today.date(), Transaction.NO_TIME, amount, text, category, Channel.BANK);
        }
    }
}
