package dev.spendsense.bank;

import java.time.LocalDate;

/**
 * Interest on a savings account: earned on every end-of-day balance, credited on the last day of the month. The rate
 * divided by 365 is paid for each day (simple daily accrual), rounded half up to the cent at the month's end.
 */
public final class SavingsInterest {

    /** Printed on the posting. */
    public static final String INTEREST_PAID = "Interest Paid";

    private final Account account;
    private final Ledger ledger;
    private long sumOfDailyBalances;

    public SavingsInterest(Account account, Ledger ledger) {
        this.account = account;
        this.ledger = ledger;
    }

    public void closeDay(LocalDate today, boolean lastOfMonth) {
        sumOfDailyBalances += Math.max(0, ledger.balance(account));
        if (!lastOfMonth) {
            return;
        }
        long interest = CreditCard.interestOn(sumOfDailyBalances, account.aprBasisPoints());
        sumOfDailyBalances = 0;
        if (interest > 0) {
            ledger.post(
                    account,
                    today,
                    Transaction.NO_TIME,
                    -interest,
                    INTEREST_PAID,
                    Category.INCOME_INTEREST_EARNED,
                    Channel.BANK);
        }
    }
}
