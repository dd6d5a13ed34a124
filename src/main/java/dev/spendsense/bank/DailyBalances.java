package dev.spendsense.bank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a customer has and owes at the end of each day of a history.
 *
 * @param from the first day
 * @param liquid cents in checking and savings together, a day each
 * @param owed cents owed on all cards together, a day each; negative when the bank owes
 */
public record DailyBalances(LocalDate from, long[] liquid, long[] owed) {

    public static DailyBalances of(History history) {
        return of(history, history.from());
    }

    /**
     * The same from an earlier day on, up to the beginning of the history with nothing on any account.
     *
     * @param from the first day, not after that of the history
     */
    public static DailyBalances of(History history, LocalDate from) {
        int days = (int) ChronoUnit.DAYS.between(from, history.asOf()) + 1;
        DailyBalances balances = new DailyBalances(from, new long[days], new long[days]);
        int opening = (int) ChronoUnit.DAYS.between(from, history.from());
        for (Account account : history.accounts()) {
            balances.side(account)[opening] += account.openingBalance();
        }
        for (Transaction transaction : history.transactions()) {
            int day = (int) ChronoUnit.DAYS.between(from, transaction.date());
            balances.side(transaction.account())[day] += transaction.account().balanceAfter(0, transaction.amount());
        }
        for (int day = 1; day < days; day++) {
            balances.liquid[day] += balances.liquid[day - 1];
            balances.owed[day] += balances.owed[day - 1];
        }
        return balances;
    }

    /** How many days there are. */
    public int days() {
        return liquid.length;
    }

    /** Cents the customer has beyond what the customer owes, at the end of the last day. */
    public long net() {
        return liquid[days() - 1] - owed[days() - 1];
    }

    private long[] side(Account account) {
        return account.type().isDeposit() ? liquid : owed;
    }
}
