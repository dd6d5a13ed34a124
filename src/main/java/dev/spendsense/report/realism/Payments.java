package dev.spendsense.report.realism;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.report.realism.Tally.Part;
import dev.spendsense.scenario.RealismMeasure.Instrument;
import java.time.temporal.ChronoUnit;

/** How often and with what a user pays. */
final class Payments {

    private static final double DAYS_A_MONTH = 365 / 12.0;

    private Payments() {}

    /** Payments, and months in which they were made. */
    static Part perMonth(History history) {
        long payments =
                history.transactions().stream().filter(Payments::isPayment).count();
        long days = ChronoUnit.DAYS.between(history.from(), history.asOf()) + 1;
        return new Part(payments, days / DAYS_A_MONTH);
    }

    /** Payments with an instrument, of all payments. */
    static Part share(History history, Instrument instrument) {
        long all = 0;
        long with = 0;
        for (Transaction transaction : history.transactions()) {
            if (isPayment(transaction)) {
                all++;
                with += instrument == instrument(transaction) ? 1 : 0;
            }
        }
        return new Part(with, all);
    }

    /** Whether somebody else was paid for something. What the bank takes by itself is no payment of the user's. */
    private static boolean isPayment(Transaction transaction) {
        return transaction.amount() > 0
                && transaction.category().isSpending()
                && (transaction.channel() == Channel.IN_STORE
                        || transaction.channel() == Channel.ONLINE
                        || transaction.channel() == Channel.ACH);
    }

    private static Instrument instrument(Transaction payment) {
        if (payment.channel() == Channel.ACH) {
            return Instrument.BANK_DEBIT;
        }
        return payment.account().type() == AccountType.CREDIT_CARD ? Instrument.CREDIT_CARD : Instrument.DEBIT_CARD;
    }
}
