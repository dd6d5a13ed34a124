package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Ledger;

/** Money moved between checking and savings: put aside on its day, or fetched when checking runs dry. */
final class SavingsMoves {

    /** Shares of monthly spending: checking is topped up below the first, by at least the second. */
    private static final double RUNS_DRY = 0.10;

    private static final double TOP_UP = 0.20;
    private static final long ROUND = 50_00;

    private final Household household;
    private final Chapter chapter;
    private final Ledger ledger;
    private final Account checking;

    SavingsMoves(Household household, Chapter chapter, Ledger ledger) {
        this.household = household;
        this.chapter = chapter;
        this.ledger = ledger;
        this.checking = household.checking();
    }

    void setAside(Day today) {
        long amount = chapter.setAside();
        if (amount == 0
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
        household.savings().ifPresent(savings -> fetch(today, savings, dry));
    }

    private void fetch(Day today, Account savings, long dry) {
        long wanted = dry - ledger.balance(checking) + Math.round(chapter.monthlySpending() * TOP_UP);
        long amount = Math.min(ledger.balance(savings), Math.floorDiv(wanted + ROUND - 1, ROUND) * ROUND);
        withdraw(savings, checking, today, amount, ledger);
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
