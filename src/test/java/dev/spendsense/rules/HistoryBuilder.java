package dev.spendsense.rules;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A history written by hand: accounts, statements, and repeated postings in dollars. */
public final class HistoryBuilder {

    public static final LocalDate AS_OF = LocalDate.of(2026, 7, 15);

    private final List<Account> accounts = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final LocalDate from;
    private long annualIncome = 6_000_000;

    private record Posting(
            Account account,
            LocalDate date,
            int minute,
            long amount,
            String merchant,
            Category category,
            Channel channel) {}

    private HistoryBuilder(int days) {
        this.from = AS_OF.minusDays(days - 1L);
    }

    /** A user with an empty checking account, seen for so many days. */
    public static HistoryBuilder days(int days) {
        return new HistoryBuilder(days);
    }

    public HistoryBuilder annualIncome(double dollars) {
        annualIncome = cents(dollars);
        return this;
    }

    public HistoryBuilder checking(double opening) {
        return account(AccountType.CHECKING, "Everyday Checking", opening, 0, 0);
    }

    public HistoryBuilder savings(double opening) {
        return account(AccountType.SAVINGS, "Savings", opening, 0, 50);
    }

    public HistoryBuilder card(double owed, double limit) {
        return account(AccountType.CREDIT_CARD, "Visa", owed, limit, 2_199);
    }

    private HistoryBuilder account(AccountType type, String name, double opening, double limit, int apr) {
        int slot = accounts.size();
        accounts.add(new Account("a" + slot, slot, type, name, "452" + slot, cents(opening), cents(limit), apr));
        return this;
    }

    /** A statement on the card of a slot, so many days before the as-of date, due 25 days later. */
    public HistoryBuilder statement(int slot, int daysAgo, double balance, double minimum) {
        LocalDate closing = AS_OF.minusDays(daysAgo);
        statements.add(
                new Statement(accounts.get(slot), closing, cents(balance), 0, cents(minimum), closing.plusDays(25)));
        return this;
    }

    /** Money out of (positive) or into (negative) an account. */
    public HistoryBuilder post(int slot, int daysAgo, double dollars, String merchant, Category category) {
        return post(slot, daysAgo, Transaction.NO_TIME, dollars, merchant, category, Channel.IN_STORE);
    }

    public HistoryBuilder post(
            int slot, int daysAgo, int minute, double dollars, String merchant, Category category, Channel channel) {
        postings.add(new Posting(
                accounts.get(slot), AS_OF.minusDays(daysAgo), minute, cents(dollars), merchant, category, channel));
        return this;
    }

    /** The same posting every so many days, the latest one so many days before the as-of date. */
    public HistoryBuilder every(int days, int latest, int slot, double dollars, String merchant, Category category) {
        for (int ago = latest; !AS_OF.minusDays(ago).isBefore(from); ago += days) {
            post(slot, ago, dollars, merchant, category);
        }
        return this;
    }

    /** Wages into the first account every so many days. */
    public HistoryBuilder paid(int days, int latest, double dollars) {
        return every(days, latest, 0, -dollars, "Acme Payroll", Category.INCOME_WAGES);
    }

    /** A card payment, on both accounts. */
    public HistoryBuilder payCard(int slot, int daysAgo, double dollars) {
        post(0, daysAgo, dollars, "Visa Payment", Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT);
        return post(slot, daysAgo, -dollars, "Visa Payment", Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT);
    }

    /** A transfer from checking to the savings account of a slot; negative for the way back. */
    public HistoryBuilder save(int slot, int daysAgo, double dollars) {
        post(0, daysAgo, dollars, "Transfer", Category.TRANSFER_OUT_SAVINGS);
        return post(slot, daysAgo, -dollars, "Transfer", Category.TRANSFER_IN_SAVINGS);
    }

    public History build() {
        postings.sort(Comparator.comparing(Posting::date));
        Map<Integer, Integer> sequences = new HashMap<>();
        List<Transaction> transactions = new ArrayList<>();
        for (Posting posting : postings) {
            int sequence = sequences.merge(posting.account().slot(), 1, Integer::sum) - 1;
            transactions.add(new Transaction(
                    posting.account(),
                    sequence,
                    posting.date(),
                    posting.minute(),
                    posting.amount(),
                    posting.merchant(),
                    posting.category(),
                    posting.channel()));
        }
        Comparator<Statement> order =
                Comparator.comparingInt(statement -> statement.account().slot());
        statements.sort(order.thenComparing(Statement::closingDate));
        Customer customer = new Customer("u1", "Ada Test", 40, "Northeast", annualIncome, true);
        return new History(customer, from, AS_OF, accounts, transactions, statements, List.of());
    }

    private static long cents(double dollars) {
        return Math.round(dollars * 100);
    }
}
