package dev.spendsense.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A credit card's statement cycle: it closes once a month, charges interest on the average daily balance when the last
 * statement was not paid in full, asks for a minimum payment and charges a late fee when that does not arrive.
 *
 * <p>Interest of a cycle is the sum of its end-of-day balances times the APR over 365, rounded half up to the cent;
 * that equals average daily balance times daily rate times days (12 CFR 1026, appendix F).
 */
public final class CreditCard {

    /** Printed on interest and fee postings. */
    public static final String INTEREST_CHARGE = "Interest Charge";

    public static final String LATE_FEE = "Late Payment Fee";

    private static final long BASIS_POINT_DAYS_A_YEAR = 10_000L * 365;

    private final Account account;
    private final CardTerms terms;
    private final Ledger ledger;
    private final int closingDay;
    private final List<Statement> statements = new ArrayList<>();

    private Statement latest;
    private LocalDate nextClosing;
    private long sumOfDailyBalances;
    private long paidSinceClosing;
    private long creditsSinceClosing;
    private boolean carriesBalance;
    private long lateFeeOwed;

    /**
     * Opens the book on a card with the statement that was current on the first day of the history.
     *
     * @param opening the last statement that closed before the history begins, on a day of the month from 1 to 28; the
     *     card closes on that day of every month
     * @param from first day of the history; nothing is posted between the closing date and this day
     * @param carriesBalance whether the holder was already carrying debt from month to month
     */
    public CreditCard(
            Account account,
            CardTerms terms,
            Ledger ledger,
            Statement opening,
            LocalDate from,
            boolean carriesBalance) {
        this.account = account;
        this.terms = terms;
        this.ledger = ledger;
        this.closingDay = opening.closingDate().getDayOfMonth();
        this.carriesBalance = carriesBalance;
        this.latest = opening;
        this.nextClosing = opening.closingDate().plusMonths(1).withDayOfMonth(closingDay);
        long daysBefore = from.toEpochDay() - opening.closingDate().toEpochDay() - 1;
        this.sumOfDailyBalances = daysBefore * Math.max(0, account.openingBalance());
        statements.add(opening);
    }

    public Account account() {
        return account;
    }

    /** All statements, the opening one first. */
    public List<Statement> statements() {
        return statements;
    }

    public Statement latestStatement() {
        return latest;
    }

    /** Cents of the latest statement that the holder has not paid yet; 0 when nothing is asked for. */
    public long unpaidStatementBalance() {
        return Math.max(0, latest.balance() - paidSinceClosing - creditsSinceClosing);
    }

    /**
     * Cents of the latest minimum payment that have not arrived yet; never more than is left of the statement, since
     * nobody has to pay what a refund has settled.
     */
    public long unpaidMinimum() {
        return Math.max(0, Math.min(latest.minimumPayment() - paidSinceClosing, unpaidStatementBalance()));
    }

    /** Moves a payment from a deposit account to the card. */
    public void pay(Account from, LocalDate date, long amount) {
        ledger.transfer(
                from,
                account,
                date,
                amount,
                account.name() + " Payment",
                Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT,
                Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT);
        paidSinceClosing += amount;
    }

    /** Notes a merchant's refund, which reduces what is owed but is no payment towards the minimum. */
    public void refunded(long amount) {
        creditsSinceClosing += amount;
    }

    /** Charges the fee for a payment that was due yesterday and did not arrive. */
    public void openDay(LocalDate today) {
        if (lateFeeOwed > 0) {
            charge(today, lateFeeOwed, LATE_FEE, Category.BANK_FEES_OTHER_BANK_FEES);
            lateFeeOwed = 0;
        }
    }

    /** Counts the day into the cycle, judges a payment due today and closes the statement on its closing date. */
    public void closeDay(LocalDate today) {
        sumOfDailyBalances += Math.max(0, ledger.balance(account));
        if (today.equals(latest.dueDate())) {
            judgePayment();
        }
        if (today.equals(nextClosing)) {
            closeStatement(today);
        }
    }

    private void judgePayment() {
        carriesBalance = unpaidStatementBalance() > 0;
        if (unpaidMinimum() > 0) {
            lateFeeOwed = Math.min(terms.lateFee(), latest.minimumPayment());
        }
    }

    private void closeStatement(LocalDate today) {
        long interest = carriesBalance ? interestOn(sumOfDailyBalances, account.aprBasisPoints()) : 0;
        if (interest > 0) {
            charge(today, interest, INTEREST_CHARGE, Category.BANK_FEES_INTEREST_CHARGE);
        }
        long balance = ledger.balance(account);
        LocalDate due = BusinessCalendar.onOrAfter(today.plusDays(terms.daysToPay()));
        latest = new Statement(account, today, balance, interest, terms.minimumPayment(balance, interest), due);
        statements.add(latest);
        nextClosing = today.plusMonths(1).withDayOfMonth(closingDay);
        sumOfDailyBalances = 0;
        paidSinceClosing = 0;
        creditsSinceClosing = 0;
    }

    private void charge(LocalDate date, long amount, String text, Category category) {
        ledger.post(account, date, Transaction.NO_TIME, amount, text, category, Channel.BANK);
    }

    /**
     * Cents of interest on a sum of end-of-day balances.
     *
     * @param sumOfDailyBalances cent-days
     * @param aprBasisPoints annual rate in hundredths of a percent
     */
    static long interestOn(long sumOfDailyBalances, int aprBasisPoints) {
        return Math.floorDiv(
                sumOfDailyBalances * aprBasisPoints + BASIS_POINT_DAYS_A_YEAR / 2, BASIS_POINT_DAYS_A_YEAR);
    }
}
