package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * An auditor who has nothing but the account's opening balance, its postings and the card agreement, and works out
 * everything else again, in a way of his own.
 */
final class Audit {

    private final History history;
    private final Account account;
    private final List<Transaction> postings;
    private final TreeMap<LocalDate, Long> closingBalances = new TreeMap<>();

    Audit(History history, Account account) {
        this.history = history;
        this.account = account;
        this.postings = history.transactions().stream()
                .filter(posting -> posting.account().equals(account))
                .toList();
        long balance = account.openingBalance();
        closingBalances.put(history.from().minusDays(1), balance);
        for (Transaction posting : postings) {
            balance += account.type().isDeposit() ? -posting.amount() : posting.amount();
            closingBalances.put(posting.date(), balance);
        }
    }

    List<Transaction> postings() {
        return postings;
    }

    /** End-of-day balance; before the history begins it is the opening balance. */
    long balance(LocalDate date) {
        var known = closingBalances.floorEntry(date);
        return known == null ? account.openingBalance() : known.getValue();
    }

    long posted(Category category, LocalDate date) {
        return postings.stream()
                .filter(posting ->
                        posting.category() == category && posting.date().equals(date))
                .mapToLong(Transaction::amount)
                .sum();
    }

    /** What arrived as payments after one day, up to and with another. */
    long paid(LocalDate after, LocalDate until) {
        return -sum(Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT, after, until);
    }

    /** What merchants gave back after one day, up to and with another. */
    long refunded(LocalDate after, LocalDate until) {
        return -postings.stream()
                .filter(posting -> posting.amount() < 0
                        && posting.category() != Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT
                        && posting.date().isAfter(after)
                        && !posting.date().isAfter(until))
                .mapToLong(Transaction::amount)
                .sum();
    }

    private long sum(Category category, LocalDate after, LocalDate until) {
        return postings.stream()
                .filter(posting -> posting.category() == category
                        && posting.date().isAfter(after)
                        && !posting.date().isAfter(until))
                .mapToLong(Transaction::amount)
                .sum();
    }

    /** Whether the statement was fully paid by its due date, so that the next cycle is free of interest. */
    boolean paidInFull(Statement statement) {
        LocalDate closing = statement.closingDate();
        return paid(closing, statement.dueDate()) + refunded(closing, statement.dueDate()) >= statement.balance();
    }

    /** Interest by average daily balance: average, times days, times daily rate. */
    long interest(Statement before, Statement statement) {
        BigDecimal sum = BigDecimal.ZERO;
        long days = 0;
        for (LocalDate day = before.closingDate().plusDays(1);
                !day.isAfter(statement.closingDate());
                day = day.plusDays(1)) {
            long balance = balance(day);
            if (day.equals(statement.closingDate())) {
                balance -= posted(Category.BANK_FEES_INTEREST_CHARGE, day);
            }
            sum = sum.add(BigDecimal.valueOf(Math.max(0, balance)));
            days++;
        }
        BigDecimal average = sum.divide(BigDecimal.valueOf(days), 20, RoundingMode.HALF_UP);
        return average.multiply(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(account.aprBasisPoints()))
                .divide(BigDecimal.valueOf(365 * 10_000L), 12, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What was still missing of a minimum payment; nobody owes more than what is left of the statement. */
    long missing(Statement statement, LocalDate date) {
        long paid = paid(statement.closingDate(), date);
        long left = statement.balance() - paid - refunded(statement.closingDate(), date);
        return Math.min(left, statement.minimumPayment() - paid);
    }

    /** Whether the latest due date that went by was missed and nothing has made up for it since. */
    boolean overdue() {
        boolean overdue = false;
        for (Statement statement : history.statements(account)) {
            if (statement.dueDate().isBefore(history.asOf())) {
                overdue = missing(statement, history.asOf()) > 0;
            }
        }
        return overdue;
    }
}
