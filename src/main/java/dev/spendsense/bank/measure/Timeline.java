package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A history laid out for fast questions: postings as parallel arrays by day, sums by category, and a balance for every
 * account and day. Built once, then asked for any window and any earlier date.
 *
 * <p>Days are epoch days. Positions are indices into the history's transactions, which are in order of date.
 */
final class Timeline {

    private static final int CATEGORIES = Category.values().length;

    final History history;
    final List<String> accountIds;
    final int firstDay;
    final int lastDay;
    final List<Transaction> transactions;
    final int[] day;
    final long[] amount;
    final byte[] category;
    final byte[] slot;

    /** By slot. */
    final boolean[] isSavings;

    /** Positions ordered by category and then by day; a category's own begin at {@code categoryStart}. */
    private final int[] byCategory;

    private final int[] categoryStart = new int[CATEGORIES + 1];

    /** Ordinals of the categories that occur at all. */
    private final int[] occupied;

    /** Days of the postings of each slot, in order. */
    private final int[][] slotDays;

    /** Sum of amounts, and number of positive ones, over {@code byCategory} up to and without an index. */
    private final long[] sumBefore;

    private final int[] chargesBefore;

    /** Worked out when first asked for. */
    private Map<String, int[]> chargesByMerchant;

    /** End-of-day balances by slot; index 0 is the opening balance, the day before {@code firstDay}. */
    private final long[][] balances;

    Timeline(History history) {
        this.history = history;
        this.accountIds = history.accounts().stream().map(Account::id).toList();
        this.firstDay = (int) history.from().toEpochDay();
        this.lastDay = (int) history.asOf().toEpochDay();
        this.transactions = history.transactions();
        int size = transactions.size();
        this.day = new int[size];
        this.amount = new long[size];
        this.category = new byte[size];
        this.slot = new byte[size];
        readTransactions();
        this.byCategory = new int[size];
        this.sumBefore = new long[size + 1];
        this.chargesBefore = new int[size + 1];
        orderByCategory();
        this.occupied = IntStream.range(0, CATEGORIES)
                .filter(c -> categoryStart[c] < categoryStart[c + 1])
                .toArray();
        this.isSavings = new boolean[history.accounts().size()];
        history.accounts().forEach(account -> isSavings[account.slot()] = account.type() == AccountType.SAVINGS);
        this.slotDays = new int[history.accounts().size()][];
        this.balances = new long[history.accounts().size()][];
        for (Account account : history.accounts()) {
            balances[account.slot()] = dailyBalances(account);
        }
    }

    private void readTransactions() {
        LocalDate date = null;
        int epochDay = 0;
        for (int i = 0; i < day.length; i++) {
            Transaction transaction = transactions.get(i);
            if (transaction.date() != date) {
                date = transaction.date();
                int next = (int) date.toEpochDay();
                if (i > 0 && next < epochDay) {
                    throw new IllegalArgumentException(transaction.id() + " is posted before the one that precedes it");
                }
                epochDay = next;
            }
            day[i] = epochDay;
            amount[i] = transaction.amount();
            category[i] = (byte) transaction.category().ordinal();
            slot[i] = (byte) transaction.account().slot();
        }
    }

    private void orderByCategory() {
        for (byte ordinal : category) {
            categoryStart[ordinal + 1]++;
        }
        for (int c = 0; c < CATEGORIES; c++) {
            categoryStart[c + 1] += categoryStart[c];
        }
        int[] next = Arrays.copyOf(categoryStart, CATEGORIES);
        for (int i = 0; i < category.length; i++) {
            byCategory[next[category[i]]++] = i;
        }
        for (int k = 0; k < byCategory.length; k++) {
            long cents = amount[byCategory[k]];
            sumBefore[k + 1] = sumBefore[k] + cents;
            chargesBefore[k + 1] = chargesBefore[k] + (cents > 0 ? 1 : 0);
        }
    }

    private long[] dailyBalances(Account account) {
        long[] daily = new long[lastDay - firstDay + 2];
        int[] days = new int[day.length];
        int size = 0;
        long balance = account.openingBalance();
        int d = 0;
        for (int i = 0; i < day.length; i++) {
            if (slot[i] == account.slot()) {
                days[size++] = day[i];
                int index = day[i] - firstDay + 1;
                while (d < index) {
                    daily[d++] = balance;
                }
                balance = account.balanceAfter(balance, amount[i]);
            }
        }
        while (d < daily.length) {
            daily[d++] = balance;
        }
        slotDays[account.slot()] = Arrays.copyOf(days, size);
        return daily;
    }

    /** What may recur, by merchant: positions of at least a few charges each, over the whole history. */
    Map<String, int[]> chargesByMerchant() {
        if (chargesByMerchant == null) {
            chargesByMerchant = Recurrence.chargesByMerchant(this);
        }
        return chargesByMerchant;
    }

    /** Cents at the end of a day; the opening balance for any day before the history, the last one after it. */
    long balance(int slotNumber, int epochDay) {
        int index = Math.max(0, Math.min(lastDay - firstDay + 1, epochDay - firstDay + 1));
        return balances[slotNumber][index];
    }

    /** Adds an account's balances at the end of each day from the given one on. */
    void addBalances(int slotNumber, int from, long[] daily) {
        for (int i = 0; i < daily.length; i++) {
            daily[i] += balance(slotNumber, from + i);
        }
    }

    /** The first position on or after a day. */
    int positionAt(int epochDay) {
        if (epochDay > lastDay) {
            return day.length;
        }
        int low = 0;
        int high = day.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many postings an account had up to the end of a day. */
    int postings(int slotNumber, int epochDay) {
        int found = Arrays.binarySearch(slotDays[slotNumber], epochDay + 1);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && slotDays[slotNumber][found - 1] > epochDay) {
            found--;
        }
        return found;
    }

    /** Adds up the categories of a set over days; both ends included. */
    Tally tally(CategorySet set, int from, int to) {
        Tally tally = new Tally();
        for (int ordinal : occupied) {
            if (set.has(ordinal)) {
                add(ordinal, from, to, tally);
            }
        }
        return tally;
    }

    /** Adds up one category over days; both ends included. */
    Tally tally(Category wanted, int from, int to) {
        Tally tally = new Tally();
        add(wanted.ordinal(), from, to, tally);
        return tally;
    }

    private void add(int ordinal, int from, int to, Tally tally) {
        int start = categoryStart[ordinal];
        int end = categoryStart[ordinal + 1];
        int low = firstOnOrAfter(from, start, end);
        int high = firstOnOrAfter(to + 1, low, end);
        tally.count += high - low;
        tally.charges += chargesBefore[high] - chargesBefore[low];
        tally.sum += sumBefore[high] - sumBefore[low];
    }

    /** Positions of a category over days, in order of date. */
    int[] positions(Category wanted, int from, int to) {
        int end = categoryStart[wanted.ordinal() + 1];
        int low = firstOnOrAfter(from, categoryStart[wanted.ordinal()], end);
        return Arrays.copyOfRange(byCategory, low, firstOnOrAfter(to + 1, low, end));
    }

    /** Cents of a category's postings that took money out over days, in order of date. */
    long[] charges(int ordinal, int from, int to) {
        int end = categoryStart[ordinal + 1];
        int low = firstOnOrAfter(from, categoryStart[ordinal], end);
        int high = firstOnOrAfter(to + 1, low, end);
        long[] charges = new long[chargesBefore[high] - chargesBefore[low]];
        int size = 0;
        for (int k = low; k < high; k++) {
            if (amount[byCategory[k]] > 0) {
                charges[size++] = amount[byCategory[k]];
            }
        }
        return charges;
    }

    /** Ordinals of the categories of a set that occur. */
    int[] occupied(CategorySet set) {
        return Arrays.stream(occupied).filter(set::has).toArray();
    }

    private int firstOnOrAfter(int epochDay, int start, int end) {
        if (epochDay <= firstDay) {
            return start;
        }
        if (epochDay > lastDay) {
            return end;
        }
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[byCategory[middle]] < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isDeposit(int position) {
        return history.accounts().get(slot[position]).type().isDeposit();
    }

    /** Identifiers of the accounts of some types. */
    List<String> accountIds(AccountType... types) {
        List<AccountType> wanted = List.of(types);
        return history.accounts().stream()
                .filter(account -> wanted.contains(account.type()))
                .map(Account::id)
                .toList();
    }

    /** Running sums: all postings, those that took money out, and cents over all of them. */
    static final class Tally {
        int count;
        int charges;
        long sum;
    }
}
