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
    private final Ledger ledger;
    private final Account checking;

    SavingsMoves(Household household, Ledger ledger) {
        this.household = household;
        this.ledger = ledger;
        this.checking = household.checking();
    }

    void setAside(Day today) {
        long amount = household.setAside();
        if (amount == 0
                || today.dayOfMonth() != household.profile().savings().day()
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
        long dry = Math.round(household.monthlySpending() * RUNS_DRY);
        if (ledger.balance(checking) >= dry) {
            return;
        }
        household.savings().ifPresent(savings -> fetch(today, savings, dry));
    }

    private void fetch(Day today, Account savings, long dry) {
        long wanted = dry - ledger.balance(checking) + Math.round(household.monthlySpending() * TOP_UP);
        long amount = Math.min(ledger.balance(savings), Math.floorDiv(wanted + ROUND - 1, ROUND) * ROUND);
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
