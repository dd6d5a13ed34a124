package dev.spendsense.report;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** What was owed, billed and paid on one card up to a day, from its postings and statements. */
final class CardRecount {

    private final Postings postings;
    private final Account card;
    private final LocalDate to;
    private final List<Statement> statements;

    CardRecount(Postings postings, Account card, LocalDate to) {
        this.postings = postings;
        this.card = card;
        this.to = to;
        History history = postings.history();
        this.statements = history.statements(card).stream()
                .filter(statement -> !statement.closingDate().isAfter(to))
                .toList();
    }

    long owed() {
        return postings.history().balance(card, to);
    }

    long owedDaysAgo(int days) {
        return postings.history().balance(card, to.minusDays(days));
    }

    double limit() {
        return card.creditLimit();
    }

    double statementUtilization() {
        return statements.isEmpty() ? Double.NaN : latest().utilization();
    }

    double averageUtilization(int days) {
        LocalDate from = to.minusDays(days - 1L);
        List<Statement> closed = statements.stream()
                .filter(statement -> !statement.closingDate().isBefore(from))
                .toList();
        List<Statement> counted = closed.isEmpty() && !statements.isEmpty() ? List.of(latest()) : closed;
        return counted.stream().mapToDouble(Statement::utilization).average().orElse(Double.NaN);
    }

    double statementBalance() {
        return statements.isEmpty() ? Double.NaN : latest().balance() / 100.0;
    }

    double minimumPayment() {
        return statements.isEmpty() ? Double.NaN : latest().minimumPayment() / 100.0;
    }

    /** 1 when the latest statement that fell due still lacks its minimum payment, 0 when not; NaN without one. */
    double overdue() {
        OptionalInt latestDue = java.util.stream.IntStream.range(0, statements.size())
                .filter(i -> statements.get(i).dueDate().isBefore(to))
                .reduce((first, second) -> second);
        if (latestDue.isEmpty()) {
            return Double.NaN;
        }
        Statement statement = statements.get(latestDue.getAsInt());
        return paid(statement, to) < statement.minimumPayment() ? 1 : 0;
    }

    int due(int days) {
        return due(days, (statement, paid) -> true);
    }

    int paidInFull(int days) {
        return due(
                days,
                (statement, paid) ->
                        paid + postings.refunded(card, statement.closingDate().plusDays(1), statement.dueDate())
                                >= statement.balance());
    }

    int paidLate(int days) {
        return due(days, (statement, paid) -> paid < statement.minimumPayment());
    }

    int minimumOnly(int days, double tolerance) {
        return due(
                days,
                (statement, paid) -> paid >= statement.minimumPayment()
                        && paid <= statement.minimumPayment() * (1 + tolerance)
                        && paid < statement.balance());
    }

    private interface Verdict {
        boolean holds(Statement statement, long paid);
    }

    /** Statements with something to pay that fell due over the days, as far as a verdict holds of them. */
    private int due(int days, Verdict verdict) {
        LocalDate from = to.minusDays(days - 1L);
        return (int) statements.stream()
                .filter(statement -> statement.balance() > 0)
                .filter(statement -> !statement.dueDate().isBefore(from)
                        && !statement.dueDate().isAfter(to))
                .filter(statement -> verdict.holds(statement, paid(statement, statement.dueDate())))
                .count();
    }

    private long paid(Statement statement, LocalDate until) {
        return postings.paid(card, statement.closingDate().plusDays(1), until);
    }

    private Statement latest() {
        return statements.get(statements.size() - 1);
    }
}
