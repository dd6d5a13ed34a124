package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Transaction;
import java.util.List;

/** Wages and fees for work, arriving on the days that were settled. */
final class Paydays {

    private final List<Earnings.Pay> pays;
    private final Account checking;
    private final Ledger ledger;
    private int next;
    private int lastPayDay;

    Paydays(Household household, Ledger ledger) {
        this.pays = household.pays();
        this.checking = household.checking();
        this.ledger = ledger;
        this.lastPayDay = beforeTheFirst(household.opening());
    }

    /**
     * The day of the pay before the period, as far before the first one as the customer is used to. A first one beyond
     * the planned days is none.
     */
    private static int beforeTheFirst(Chapter opening) {
        Earnings earnings = opening.earnings();
        int first = earnings.firstPayBefore(opening.goesOnFrom());
        return (first < opening.goesOnFrom() ? first : 0) - (int) earnings.usualGapDays();
    }

    void arrive(Day today) {
        while (next < pays.size() && pays.get(next).day() == today.number()) {
            Earnings.Pay pay = pays.get(next++);
            ledger.post(
                    checking,
                    today.date(),
                    Transaction.NO_TIME,
                    -pay.amount(),
                    pay.payer(),
                    pay.category(),
                    Channel.ACH);
            lastPayDay = today.number();
        }
    }

    int daysSincePay(Day today) {
        return today.number() - lastPayDay;
    }
}
