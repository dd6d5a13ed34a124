package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Transaction;

/** Money moved between checking and savings: put aside on its day, or fetched when checking runs dry or for good. */
final class SavingsMoves {

    /** Shares of monthly spending: checking is topped up below the first, by at least the second. */
    private static final double RUNS_DRY = 0.10;

    private static final double TOP_UP = 0.20;
    private static final long ROUND = 50_00;

    /** Printed on money that comes from outside what this bank sees. */
    static final String FROM_ELSEWHERE = "Transfer from Other Bank";

    private static final int NEVER = Integer.MAX_VALUE;

    private final Household household;
    private final Chapter chapter;
    private final Ledger ledger;
    private final Account checking;
    private final int closedOn;

    SavingsMoves(Household household, Chapter chapter, Ledger ledger, RandomStream closing) {
        this.household = household;
        this.chapter = chapter;
        this.ledger = ledger;
        this.checking = household.checking();
        this.closedOn = chapter.profile()
                .savings()
                .closedAfter()
                .map(closing::wholeWithin)
                .orElse(NEVER);
    }

    /** Takes everything out of an account that is given up, and later what interest was still to come. */
    void giveUp(Day today) {
        if (today.number() >= closedOn) {
            household
                    .savings()
                    .ifPresent(savings -> withdraw(savings, checking, today, ledger.balance(savings), ledger));
        }
    }

    void setAside(Day today) {
        long amount = chapter.setAside();
        if (amount == 0
                || today.number() >= closedOn
                || today.dayOfMonth() != chapter.profile().savings().day()
                || ledger.balance(checking) < amount) {
            return;
        }
        household
                .savings()
                .ifPresent(savings -> ledger.transfer(
                        checking,
                        savings,
                        today.date(),
                        amount,
                        "Transfer to Savings",
                        Category.TRANSFER_OUT_SAVINGS,
                        Category.TRANSFER_IN_SAVINGS));
    }

    void coverShortfall(Day today) {
        long dry = Math.round(chapter.monthlySpending() * RUNS_DRY);
        if (ledger.balance(checking) >= dry) {
            return;
        }
        long wanted = dry - ledger.balance(checking) + Math.round(chapter.monthlySpending() * TOP_UP);
        long rounded = Math.floorDiv(wanted + ROUND - 1, ROUND) * ROUND;
        household
                .savings()
                .ifPresent(savings ->
                        withdraw(savings, checking, today, Math.min(ledger.balance(savings), rounded), ledger));
        if (chapter.livesOnMoreThanPay() && ledger.balance(checking) < dry) {
            ledger.post(
                    checking,
                    today.date(),
                    Transaction.NO_TIME,
                    -rounded,
                    FROM_ELSEWHERE,
                    Category.TRANSFER_IN_ACCOUNT_TRANSFER,
                    Channel.ACH);
        }
    }

    /** Moves money from savings to checking; nothing when the amount is not positive. */
    static void withdraw(Account savings, Account checking, Day today, long amount, Ledger ledger) {
        if (amount > 0) {
            ledger.transfer(
                    savings,
                    checking,
                    today.date(),
                    amount,
                    "Transfer from Savings",
                    Category.TRANSFER_OUT_SAVINGS,
                    Category.TRANSFER_IN_SAVINGS);
        }
    }
}
