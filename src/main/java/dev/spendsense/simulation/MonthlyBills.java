package dev.spendsense.simulation;

import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.Arrays;
import java.util.List;

/** Rent, utilities, insurance, loans: debited on their day, or on the next business day, and again when returned. */
final class MonthlyBills {

    private static final int NONE = -1;
    private static final int TRIED_AGAIN_AFTER = 5;

    /** Keeps the draws of one bill apart from those of the next, beyond the longest period. */
    private static final int BILL_STRIDE = 100_000;

    private final List<HomeBill> bills;
    private final Wallet wallet;
    private final Calendar calendar;
    private final RandomStream amounts;
    private final int[] debitDay;

    MonthlyBills(List<HomeBill> bills, Wallet wallet, Calendar calendar, RandomStream amounts) {
        this.bills = bills;
        this.wallet = wallet;
        this.calendar = calendar;
        this.amounts = amounts;
        this.debitDay = new int[bills.size()];
        Arrays.fill(debitDay, NONE);
    }

    void fallDue(Day today) {
        for (int i = 0; i < debitDay.length; i++) {
            HomeBill bill = bills.get(i);
            if (bill.day() == today.dayOfMonth()) {
                debitDay[i] = calendar.openOnOrAfter(today.number());
            }
            if (debitDay[i] == today.number()) {
                debit(today, i, bill);
            }
        }
    }

    private void debit(Day today, int i, HomeBill bill) {
        RandomStream month = amounts.on((i + 1) * BILL_STRIDE + today.number());
        double differs = 1 + bill.varies() * (2 * month.nextDouble() - 1);
        boolean paid = wallet.payBill(today, Math.round(bill.amount() * differs), bill.payee(), bill.category());
        int again = today.number() + TRIED_AGAIN_AFTER;
        debitDay[i] = paid || !calendar.contains(again) ? NONE : calendar.openOnOrAfter(again);
    }
}
