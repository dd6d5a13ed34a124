package dev.spendsense.simulation;

import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.Arrays;
import java.util.List;

/** Rent, utilities, insurance, loans: debited on their day, or on the next business day, and again when returned. */
final class MonthlyBills {

    private static final int NONE = -1;
    private static final int TRIED_AGAIN_AFTER = 5;

    /** A returned debit may be presented twice more (Nacha Operating Rules, reinitiation of returned entries). */
    private static final int MOST_TRIED_AGAIN = 2;

    /** Keeps the draws of one bill apart from those of the next, beyond the longest period. */
    private static final int BILL_STRIDE = 100_000;

    private final List<HomeBill> bills;
    private final Wallet wallet;
    private final Calendar calendar;
    private final RandomStream amounts;
    private final int[] debitDay;
    private final int[] dueDay;
    private final int[] returned;

    /**
     * Bills that are paid from some day on.
     *
     * @param from number of the day; what fell due before it is paid if its debit has moved to it
     */
    MonthlyBills(int from, List<HomeBill> bills, Wallet wallet, Calendar calendar, RandomStream amounts) {
        this.bills = bills;
        this.wallet = wallet;
        this.calendar = calendar;
        this.amounts = amounts;
        this.debitDay = new int[bills.size()];
        this.dueDay = new int[bills.size()];
        this.returned = new int[bills.size()];
        Arrays.fill(debitDay, NONE);
        for (int day = from - 1; calendar.movable(day) && day >= from - Calendar.LONGEST_CLOSURE; day--) {
            fallDue(day, calendar.dateOf(day).getDayOfMonth(), from);
        }
    }

    /** Whether these are the bills. */
    boolean are(List<HomeBill> others) {
        return bills.equals(others);
    }

    /** Notes the bills that fall due on a day; on a closed one the debit moves to the next business day. */
    private void fallDue(int day, int dayOfMonth, int from) {
        for (int i = 0; i < debitDay.length; i++) {
            if (bills.get(i).day() == dayOfMonth && calendar.openOnOrAfter(day) >= from) {
                dueDay[i] = day;
                debitDay[i] = calendar.openOnOrAfter(day);
                returned[i] = 0;
            }
        }
    }

    void fallDue(Day today) {
        fallDue(today.number(), today.dayOfMonth(), today.number());
        for (int i = 0; i < debitDay.length; i++) {
            if (debitDay[i] == today.number()) {
                debit(today, i, bills.get(i));
            }
        }
    }

    private void debit(Day today, int i, HomeBill bill) {
        RandomStream month = amounts.on((i + 1) * BILL_STRIDE + dueDay[i]);
        double differs = 1 + bill.varies() * (2 * month.nextDouble() - 1);
        boolean paid = wallet.payBill(today, Math.round(bill.amount() * differs), bill.payee(), bill.category());
        int again = today.number() + TRIED_AGAIN_AFTER;
        boolean presentedAgain = !paid && returned[i]++ < MOST_TRIED_AGAIN && calendar.contains(again);
        debitDay[i] = presentedAgain ? calendar.openOnOrAfter(again) : NONE;
    }
}
