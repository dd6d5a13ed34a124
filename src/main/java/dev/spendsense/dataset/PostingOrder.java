package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Turns a history's transactions from the order of posting into the order of the key (account, day, sequence), and
 * remembers each one's place among the user's postings of its day, from which the order of posting comes back.
 */
final class PostingOrder {

    private final int[] counts = new int[Table.ACCOUNTS_A_USER];
    private final int[] next = new int[Table.ACCOUNTS_A_USER];
    private final long[] moved = new long[Table.ACCOUNTS_A_USER];
    private int[] days = new int[1024];
    private int[] places = new int[1024];
    private int[] positions = new int[1024];
    private int size;

    void arrange(History history) {
        List<Transaction> transactions = history.transactions();
        size = transactions.size();
        if (size > days.length) {
            days = new int[2 * size];
            places = new int[2 * size];
            positions = new int[2 * size];
        }
        Arrays.fill(counts, 0);
        Arrays.fill(moved, 0);
        placeWithinDays(transactions);
        int start = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            next[slot] = start;
            start += counts[slot];
        }
        for (int i = 0; i < size; i++) {
            positions[next[transactions.get(i).account().slot()]++] = i;
        }
    }

    private void placeWithinDays(List<Transaction> transactions) {
        LocalDate date = null;
        int day = 0;
        int place = 0;
        for (int i = 0; i < size; i++) {
            Transaction transaction = transactions.get(i);
            if (!transaction.date().equals(date)) {
                date = transaction.date();
                day = (int) date.toEpochDay();
                place = 0;
            }
            days[i] = day;
            places[i] = place++;
            counts[transaction.account().slot()]++;
            moved[transaction.account().slot()] += transaction.amount();
        }
    }

    int size() {
        return size;
    }

    /** Position in the history of the transaction that comes at some index in the order of the key. */
    int position(int index) {
        return positions[index];
    }

    int day(int position) {
        return days[position];
    }

    int place(int position) {
        return places[position];
    }

    /** Cents on the account when all is posted. */
    long closingBalance(Account account) {
        return account.balanceAfter(account.openingBalance(), moved[account.slot()]);
    }
}
