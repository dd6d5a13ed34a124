package dev.spendsense.bank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * All that a bank has seen of one customer up to one date: the seam between those who make customers (simulation, hand
 * written cases, imported files) and those who judge them (the rules).
 *
 * @param customer the person
 * @param from first day of the history
 * @param asOf last day of the history
 * @param accounts in order of their {@link Account#slot()}
 * @param transactions in order of posting: by date, and within an account by sequence
 * @param statements by card, and within a card by closing date; the first one of a card closed before {@link #from}
 * @param declined card purchases that were refused, by date
 * @param unseen what it does not tell
 */
public record History(
        Customer customer,
        LocalDate from,
        LocalDate asOf,
        List<Account> accounts,
        List<Transaction> transactions,
        List<Statement> statements,
        List<DeclinedPurchase> declined,
        Unseen unseen) {

    /** A history that tells everything. */
    public History(
            Customer customer,
            LocalDate from,
            LocalDate asOf,
            List<Account> accounts,
            List<Transaction> transactions,
            List<Statement> statements,
            List<DeclinedPurchase> declined) {
        this(customer, from, asOf, accounts, transactions, statements, declined, Unseen.NOTHING);
    }

    public History {
        accounts = List.copyOf(accounts);
        transactions = List.copyOf(transactions);
        statements = List.copyOf(statements);
        declined = List.copyOf(declined);
    }

    /**
     * The same history as the bank had seen it by the end of an earlier day.
     *
     * @throws IllegalArgumentException when that day is not within the history
     */
    public History until(LocalDate date) {
        if (date.isBefore(from) || date.isAfter(asOf)) {
            throw new IllegalArgumentException(date + " is not within " + from + " to " + asOf);
        }
        return new History(
                customer,
                from,
                date,
                accounts,
                transactions.stream().filter(it -> !it.date().isAfter(date)).toList(),
                statements.stream()
                        .filter(it -> !it.closingDate().isAfter(date))
                        .toList(),
                declined.stream().filter(it -> !it.date().isAfter(date)).toList(),
                unseen);
    }

    /** The first account of the type, in slot order. */
    public Optional<Account> account(AccountType type) {
        return accounts.stream().filter(account -> account.type() == type).findFirst();
    }

    /** Cents in (or owed on) the account at the end of a day: opening balance plus the postings up to then. */
    public long balance(Account account, LocalDate date) {
        long balance = account.openingBalance();
        for (Transaction transaction : transactions) {
            if (transaction.date().isAfter(date)) {
                break;
            }
            if (transaction.account().slot() == account.slot()) {
                balance = account.balanceAfter(balance, transaction.amount());
            }
        }
        return balance;
    }

    /** The card's statements, oldest first. */
    public List<Statement> statements(Account card) {
        return statements.stream()
                .filter(statement -> statement.account().slot() == card.slot())
                .toList();
    }

    /** Cents paid onto the card after one day and up to another. */
    public long paid(Account card, LocalDate after, LocalDate until) {
        long paid = 0;
        for (Transaction transaction : transactions) {
            if (transaction.isCardPaymentReceived()
                    && transaction.account().slot() == card.slot()
                    && transaction.date().isAfter(after)
                    && !transaction.date().isAfter(until)) {
                paid -= transaction.amount();
            }
        }
        return paid;
    }

    /**
     * What the bank reports of a card at the end of the history.
     *
     * @throws IllegalArgumentException when the account has no statement, as deposit accounts have none
     */
    public Liability liability(Account card) {
        List<Statement> statements = statements(card);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException(card.id() + " has no statement");
        }
        Statement latest = statements.get(statements.size() - 1);
        return new Liability(
                card,
                card.aprBasisPoints(),
                latest.balance(),
                latest.minimumPayment(),
                lastPayment(card),
                nextDueDate(statements),
                isOverdue(card, statements));
    }

    /** Cents of a statement's minimum payment that have not arrived since; refunds settle the rest of a statement. */
    private long unpaidMinimum(Statement statement) {
        Account card = statement.account();
        long paid = paid(card, statement.closingDate(), asOf);
        long refunded = 0;
        for (Transaction transaction : transactions) {
            if (transaction.amount() < 0
                    && transaction.account().slot() == card.slot()
                    && !transaction.isCardPaymentReceived()
                    && transaction.date().isAfter(statement.closingDate())) {
                refunded -= transaction.amount();
            }
        }
        return Math.min(statement.minimumPayment() - paid, statement.balance() - paid - refunded);
    }

    private long lastPayment(Account card) {
        for (int i = transactions.size() - 1; i >= 0; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isCardPaymentReceived() && transaction.account().slot() == card.slot()) {
                return -transaction.amount();
            }
        }
        return 0;
    }

    /** The latest due date, or when it has passed, that of the statement which closes next. */
    private LocalDate nextDueDate(List<Statement> statements) {
        Statement latest = statements.get(statements.size() - 1);
        if (!latest.dueDate().isBefore(asOf)) {
            return latest.dueDate();
        }
        // A due date only ever moves later, so the shortest time to pay is the one that was agreed.
        long daysToPay = statements.stream()
                .mapToLong(statement -> ChronoUnit.DAYS.between(statement.closingDate(), statement.dueDate()))
                .min()
                .orElseThrow();
        return BusinessCalendar.onOrAfter(latest.closingDate().plusMonths(1).plusDays(daysToPay));
    }

    private boolean isOverdue(Account card, List<Statement> statements) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            if (statement.dueDate().isBefore(asOf)) {
                return unpaidMinimum(statement) > 0;
            }
        }
        return false;
    }
}
