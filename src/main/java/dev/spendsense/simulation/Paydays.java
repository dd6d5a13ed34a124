package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Transaction;
import java.util.List;

/** Wages and fees for work, arriving on the days that were settled. */
final class Paydays {

    private final List<Earnings.Pay> pays;
    private final Category category;
    private final Account checking;
    private final Ledger ledger;
    private int next;
    private int lastPayDay;

    Paydays(Earnings earnings, Account checking, Ledger ledger) {
        this.pays = earnings.pays();
        this.category = earnings.irregular() ? Category.INCOME_OTHER_INCOME : Category.INCOME_WAGES;
        this.checking = checking;
        this.ledger = ledger;
        this.lastPayDay = beforeTheFirst(earnings);
    }

    /** The day of the pay before the period, as far before the first one as the customer is used to. */
    private static int beforeTheFirst(Earnings earnings) {
        int first = earnings.pays().isEmpty() ? 0 : earnings.pays().get(0).day();
        return first - (int) earnings.usualGapDays();
    }

    void arrive(Day today) {
        while (next < pays.size() && pays.get(next).day() == today.number()) {
            Earnings.Pay pay = pays.get(next++);
            ledger.post(checking, today.date(), Transaction.NO_TIME, -pay.amount(), pay.payer(), category, Channel.ACH);
            lastPayDay = today.number();
        }
    }

    int daysSincePay(Day today) {
        return today.number() - lastPayDay;
    }
}
