package dev.spendsense.bank.measure;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One credit card over some days. */
public final class Card {

    private final Lookback lookback;
    private final Account account;
    private final List<Statement> statements;

    Card(Lookback lookback, Account account) {
        this.lookback = lookback;
        this.account = account;
        this.statements = new ArrayList<>();
        for (Statement statement : lookback.timeline.history.statements()) {
            if (statement.account().slot() == account.slot()
                    && !statement.closingDate().isAfter(lookback.to())) {
                statements.add(statement);
            }
        }
    }

    /** What people call the card, for example {@code Visa Platinum ending 4523}. */
    public String label() {
        return account.name() + " ending " + account.mask();
    }

    /** The same card over the last so many days. */
    public Card last(int days) {
        return lookback.behavior.last(days).cards().of(account);
    }

    boolean isOf(Account other) {
        return account.slot() == other.slot();
    }

    /** Public identifier of the account. */
    public String id() {
        return account.id();
    }

    /** Annual percentage rate, as a fraction of 1. */
    public Measure apr() {
        if (lookback.behavior.history().unseen().rates().contains(account.id())) {
            return Measure.unknown("apr", Unit.SHARE);
        }
        return new Measure("apr", account.aprBasisPoints() / 10_000.0, Unit.SHARE, 1, List.of());
    }

    /** Dollars that the holder may owe. */
    public Measure limit() {
        if (account.creditLimit() == 0) {
            return Measure.unknown("limit", Unit.USD);
        }
        return new Measure("limit", account.creditLimit() / 100.0, Unit.USD, 1, List.of());
    }

    /** Dollars owed at the end of the last day. */
    public Measure balance() {
        return measure("balance", knowsBalance() ? owed() / 100.0 : Double.NaN, Unit.USD);
    }

    /** Share of the limit that is owed at the end of the last day; 0 for a card in credit. */
    public Measure utilization() {
        double share = Math.max(0, owed()) / (double) account.creditLimit();
        return measure("utilization", knowsBalance() && knowsLimit() ? share : Double.NaN, Unit.SHARE);
    }

    /** Share of the limit that the latest statement takes. */
    public Measure statementUtilization() {
        return measure("statement utilization", statementUtilization(1), Unit.SHARE);
    }

    /** Mean share of the limit over the statements that closed over the days; at least the latest one counts. */
    public Measure averageUtilization() {
        int closed = 0;
        for (Statement statement : statements) {
            closed += statement.closingDate().isBefore(lookback.from()) ? 0 : 1;
        }
        return measure(
                "average utilization" + lookback.inDays(), statementUtilization(Math.max(1, closed)), Unit.SHARE);
    }

    /** Dollars of the latest statement. */
    public Measure statementBalance() {
        Statement latest = latestStatement();
        return measure("statement balance", latest == null ? Double.NaN : latest.balance() / 100.0, Unit.USD);
    }

    /** Dollars that the latest statement asks for at least. */
    public Measure minimumPayment() {
        Statement latest = latestStatement();
        return measure("minimum payment", latest == null ? Double.NaN : latest.minimumPayment() / 100.0, Unit.USD);
    }

    /** Dollars of interest charged over the days. */
    public Measure interest() {
        Timeline timeline = lookback.timeline;
        int count = 0;
        long sum = 0;
        for (int position : timeline.positions(Category.BANK_FEES_INTEREST_CHARGE, lookback.from, lookback.to)) {
            if (timeline.slot[position] == account.slot()) {
                count++;
                sum += timeline.amount[position];
            }
        }
        if (!lookback.covered) {
            return Measure.unknown("interest", Unit.USD);
        }
        Source source = new Source(
                List.of(account.id()),
                Set.of(Category.BANK_FEES_INTEREST_CHARGE),
                List.of(),
                lookback.from(),
                lookback.to(),
                "",
                count,
                sum);
        return new Measure("interest", sum / 100.0, Unit.USD, count, List.of(source));
    }

    /** Yes when the latest due date that has passed went by and its minimum payment has still not arrived. */
    public Measure overdue() {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            if (statement.dueDate().isBefore(lookback.to())) {
                long paid = paid(statement, lookback.to);
                return measure("overdue", paid < statement.minimumPayment() ? 1 : 0, Unit.FLAG);
            }
        }
        return Measure.unknown("overdue", Unit.FLAG);
    }

    /**
     * How many statements that fell due over the days were paid no more than the minimum (within a tolerance), though
     * more was owed. Observations are the statements that fell due with something to pay.
     *
     * @param tolerance share above the minimum that still counts as the minimum, 0 or more
     */
    public Measure minimumOnly(double tolerance) {
        return countDue(
                "minimum only " + Measure.number(tolerance),
                (statement, paid) -> paid >= statement.minimumPayment()
                        && paid <= statement.minimumPayment() * (1 + tolerance)
                        && paid < statement.balance());
    }

    /** How many statements that fell due over the days were paid in full. Observations as for the minimum. */
    public Measure paidInFull() {
        return countDue("paid in full", (statement, paid) -> paid + refunds(statement) >= statement.balance());
    }

    /** How many statements that fell due over the days did not get their minimum in time. Observations as above. */
    public Measure paidLate() {
        return countDue("paid late", (statement, paid) -> paid < statement.minimumPayment());
    }

    private interface Verdict {
        boolean holds(Statement statement, long paid);
    }

    private Measure countDue(String what, Verdict verdict) {
        String formula = what + lookback.inDays();
        int due = 0;
        int held = 0;
        for (Statement statement : statements) {
            LocalDate dueDate = statement.dueDate();
            if (statement.balance() > 0 && !dueDate.isBefore(lookback.from()) && !dueDate.isAfter(lookback.to())) {
                due++;
                held += verdict.holds(statement, paid(statement, dueDate.toEpochDay())) ? 1 : 0;
            }
        }
        Measure measure = measure(formula, due == 0 ? Double.NaN : held, Unit.COUNT);
        return new Measure(formula, measure.value(), Unit.COUNT, due, measure.sources());
    }

    private long paid(Statement statement, long until) {
        Timeline timeline = lookback.timeline;
        int after = (int) statement.closingDate().toEpochDay() + 1;
        long paid = 0;
        for (int position : timeline.positions(Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT, after, (int) until)) {
            paid -= timeline.slot[position] == account.slot() ? timeline.amount[position] : 0;
        }
        return paid;
    }

    /** Cents given back by merchants between closing and due date; they need not be paid. */
    private long refunds(Statement statement) {
        Timeline timeline = lookback.timeline;
        int end = timeline.positionAt((int) statement.dueDate().toEpochDay() + 1);
        long refunds = 0;
        for (int i = timeline.positionAt((int) statement.closingDate().toEpochDay() + 1); i < end; i++) {
            if (timeline.slot[i] == account.slot() && timeline.amount[i] < 0) {
                refunds -= timeline.transactions.get(i).isCardPaymentReceived() ? 0 : timeline.amount[i];
            }
        }
        return refunds;
    }

    long owed() {
        return timelineBalance(lookback.to);
    }

    long owedAtStart() {
        return timelineBalance(lookback.from - 1);
    }

    long limitCents() {
        return account.creditLimit();
    }

    private long timelineBalance(int day) {
        return lookback.timeline.balance(account.slot(), day);
    }

    boolean knowsLimit() {
        return account.creditLimit() > 0;
    }

    boolean knowsBalance() {
        return !lookback.behavior.history().unseen().balances().contains(account.id());
    }

    private double statementUtilization(int latest) {
        if (!knowsLimit()) {
            return Double.NaN;
        }
        int first = Math.max(0, statements.size() - latest);
        return statements.subList(first, statements.size()).stream()
                .mapToDouble(Statement::utilization)
                .average()
                .orElse(Double.NaN);
    }

    private Statement latestStatement() {
        return statements.isEmpty() ? null : statements.get(statements.size() - 1);
    }

    /** What is owed follows from every posting on the card, so that is the source. */
    private Measure measure(String formula, double value, Unit unit) {
        Timeline timeline = lookback.timeline;
        Source source = new Source(
                List.of(account.id()),
                Set.of(),
                List.of(),
                timeline.history.from(),
                lookback.to(),
                "",
                timeline.postings(account.slot(), lookback.to),
                owed() - account.openingBalance());
        return new Measure(formula, value, unit, statements.size(), List.of(source));
    }
}
