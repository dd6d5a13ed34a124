package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    private final int[] dayByCategory;
    private final long[] amountByCategory;
    private final int[] categoryStart = new int[CATEGORIES + 1];

    /** Ordinals of the categories that occur at all. */
    private final int[] occupied;

    /** The first position on or after each day of the history, and after the last one the number of postings. */
    private final int[] dayStart;

    /** Sum of amounts, and number of positive ones, over {@code byCategory} up to and without an index. */
    private final long[] sumBefore;

    private final int[] chargesBefore;

    /** Worked out when first asked for. */
    private List<MerchantCharges> charges;

    /** End-of-day balances by slot; index 0 is the opening balance, the day before {@code firstDay}. */
    private final long[][] balances;

    /** How many postings an account had by the end of a day; indices as for balances. */
    private final int[][] postings;

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
        int days = lastDay - firstDay + 1;
        this.dayStart = new int[days + 1];
        readTransactions();
        this.byCategory = new int[size];
        this.dayByCategory = new int[size];
        this.amountByCategory = new long[size];
        this.sumBefore = new long[size + 1];
        this.chargesBefore = new int[size + 1];
        orderByCategory();
        this.occupied = occupied();
        int accounts = history.accounts().size();
        this.isSavings = new boolean[accounts];
        this.balances = new long[accounts][days + 1];
        this.postings = new int[accounts][days + 1];
        followBalances();
    }

    private void readTransactions() {
        LocalDate date = null;
        int epochDay = 0;
        int begun = 0;
        for (int i = 0; i < day.length; i++) {
            Transaction transaction = transactions.get(i);
            if (transaction.date() != date) {
                date = transaction.date();
                int next = (int) date.toEpochDay();
                if (i > 0 && next < epochDay) {
                    throw new IllegalArgumentException(transaction.id() + " is posted before the one that precedes it");
                }
                epochDay = next;
                while (begun < dayStart.length && begun <= epochDay - firstDay) {
                    dayStart[begun++] = i;
                }
            }
            int ordinal = transaction.category().ordinal();
            day[i] = epochDay;
            amount[i] = transaction.amount();
            category[i] = (byte) ordinal;
            slot[i] = (byte) transaction.account().slot();
            categoryStart[ordinal + 1]++;
        }
        Arrays.fill(dayStart, begun, dayStart.length, day.length);
    }

    private void orderByCategory() {
        for (int c = 0; c < CATEGORIES; c++) {
            categoryStart[c + 1] += categoryStart[c];
        }
        int[] next = Arrays.copyOf(categoryStart, CATEGORIES);
        for (int i = 0; i < category.length; i++) {
            int k = next[category[i]]++;
            byCategory[k] = i;
            dayByCategory[k] = day[i];
            amountByCategory[k] = amount[i];
        }
        for (int k = 0; k < amountByCategory.length; k++) {
            long cents = amountByCategory[k];
            sumBefore[k + 1] = sumBefore[k] + cents;
            chargesBefore[k + 1] = chargesBefore[k] + (cents > 0 ? 1 : 0);
        }
    }

    private int[] occupied() {
        int size = 0;
        for (int c = 0; c < CATEGORIES; c++) {
            size += categoryStart[c] < categoryStart[c + 1] ? 1 : 0;
        }
        int[] found = new int[size];
        int next = 0;
        for (int c = 0; c < CATEGORIES; c++) {
            if (categoryStart[c] < categoryStart[c + 1]) {
                found[next++] = c;
            }
        }
        return found;
    }

    /** Goes through all postings once, day by day, whatever account they are on. */
    private void followBalances() {
        int accounts = balances.length;
        long[] balance = new long[accounts];
        int[] count = new int[accounts];
        int[] sign = new int[accounts];
        for (Account account : history.accounts()) {
            int number = account.slot();
            isSavings[number] = account.type() == AccountType.SAVINGS;
            sign[number] = account.type().isDeposit() ? -1 : 1;
            balance[number] = account.openingBalance();
            balances[number][0] = account.openingBalance();
        }
        int next = 0;
        for (int d = 1; d < dayStart.length; d++) {
            for (; next < dayStart[d]; next++) {
                int number = slot[next];
                balance[number] += sign[number] * amount[next];
                count[number]++;
            }
            for (int number = 0; number < accounts; number++) {
                balances[number][d] = balance[number];
                postings[number][d] = count[number];
            }
        }
    }

    /** What may recur over the whole history. */
    List<MerchantCharges> recurringCharges() {
        if (charges == null) {
            charges = Recurrence.charges(this);
        }
        return charges;
    }

    /** Cents at the end of a day; the opening balance for any day before the history, the last one after it. */
    long balance(int slotNumber, int epochDay) {
        return balances[slotNumber][endOf(epochDay)];
    }

    /** Adds an account's balances at the end of each day from the given one on. */
    void addBalances(int slotNumber, int from, long[] daily) {
        long[] own = balances[slotNumber];
        for (int i = 0; i < daily.length; i++) {
            daily[i] += own[endOf(from + i)];
        }
    }

    /** How many postings an account had up to the end of a day. */
    int postings(int slotNumber, int epochDay) {
        return postings[slotNumber][endOf(epochDay)];
    }

    /** Where the end of a day stands among balances. */
    private int endOf(int epochDay) {
        return Math.max(0, Math.min(dayStart.length - 1, epochDay - firstDay + 1));
    }

    /** The first position on or after a day. */
    int positionAt(int epochDay) {
        return dayStart[Math.max(0, Math.min(dayStart.length - 1, epochDay - firstDay))];
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
            if (amountByCategory[k] > 0) {
                charges[size++] = amountByCategory[k];
            }
        }
        return charges;
    }

    /** How many postings of a category took at least so many cents over days. */
    int chargesFrom(double cents, int ordinal, int from, int to) {
        int end = categoryStart[ordinal + 1];
        int low = firstOnOrAfter(from, categoryStart[ordinal], end);
        int high = firstOnOrAfter(to + 1, low, end);
        int found = 0;
        for (int k = low; k < high; k++) {
            found += amountByCategory[k] > 0 && amountByCategory[k] >= cents ? 1 : 0;
        }
        return found;
    }

    /** How many postings of a category took money, and so many times as much no more than some cents, over days. */
    int chargesUpTo(long cents, double times, int ordinal, int from, int to) {
        int end = categoryStart[ordinal + 1];
        int low = firstOnOrAfter(from, categoryStart[ordinal], end);
        int high = firstOnOrAfter(to + 1, low, end);
        int found = 0;
        for (int k = low; k < high; k++) {
            found += amountByCategory[k] > 0 && amountByCategory[k] * times <= cents ? 1 : 0;
        }
        return found;
    }

    /** Ordinals of the categories of a set that occur. */
    int[] occupied(CategorySet set) {
        int[] found = new int[occupied.length];
        int size = 0;
        for (int ordinal : occupied) {
            if (set.has(ordinal)) {
                found[size++] = ordinal;
            }
        }
        return Arrays.copyOf(found, size);
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
            if (dayByCategory[middle] < epochDay) {
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
        List<String> ids = new ArrayList<>();
        for (Account account : history.accounts()) {
            if (wanted.contains(account.type())) {
                ids.add(account.id());
            }
        }
        return List.copyOf(ids);
    }

    /** Running sums: all postings, those that took money out, and cents over all of them. */
    static final class Tally {
        int count;
        int charges;
        long sum;
    }
}
