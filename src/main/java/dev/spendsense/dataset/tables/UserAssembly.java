package dev.spendsense.dataset.tables;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Makes users again from the rows of the public tables. In every table, rows come user by user in the order of the
 * population; each user's fingerprints are computed anew and must be those that the rows state.
 */
public final class UserAssembly implements Iterator<StoredUser> {

    private final Map<String, RowsOfUsers> tables = new LinkedHashMap<>();
    private final String revision;

    /**
     * Begins with the first user.
     *
     * @param rows gives the rows of a table
     * @param revision of the rules that judged the users; empty when none did
     */
    public UserAssembly(Function<PublicTable<?>, Iterator<TableRow>> rows, String revision) {
        this.revision = revision;
        for (PublicTable<?> table : PublicTable.all()) {
            tables.put(table.name(), new RowsOfUsers(rows.apply(table)));
        }
    }

    @Override
    public boolean hasNext() {
        return tables.get("users").hasNext();
    }

    /**
     * The next user.
     *
     * @throws BrokenTables when the rows do not fit together; once the last user is made, also when rows are left over
     */
    @Override
    public StoredUser next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TableRow row = tables.get("users").next();
        StoredUser user;
        try {
            user = user(row);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            throw new BrokenTables(
                    row.place() + ": the user " + row.text("user_id") + " cannot be put together: " + e.getMessage());
        }
        requireSame(row, "fingerprint", user.fingerprint().toString());
        requireSame(row, "findings_fingerprint", user.findingsFingerprint().toString());
        if (!hasNext()) {
            refuseLeftovers(user.userId());
        }
        return user;
    }

    private static void requireSame(TableRow row, String column, String computed) {
        if (!row.text(column).equals(computed)) {
            throw new BrokenTables(row.place() + ": the rows of " + row.text("user_id") + " have been changed: their "
                    + column.replace('_', ' ') + " is " + computed + ", expected " + row.text(column));
        }
    }

    private void refuseLeftovers(String lastUser) {
        tables.forEach((name, rows) -> {
            if (rows.hasNext()) {
                TableRow row = rows.next();
                throw new BrokenTables(row.place() + ": " + name + " of user " + row.text("user_id")
                        + " out of place; expected the rows of each user together, in the order of the users (the last"
                        + " user was " + lastUser + ")");
            }
        });
    }

    private StoredUser user(TableRow row) {
        String userId = row.text("user_id");
        Map<String, Account> accounts = accounts(userId);
        History history = new History(
                new Customer(
                        userId,
                        row.text("name"),
                        row.count("age"),
                        row.text("region"),
                        row.hundredths("annual_income"),
                        row.flag("consent")),
                row.date("from_date"),
                row.date("to_date"),
                List.copyOf(accounts.values()),
                transactions(userId, accounts),
                rows("statements", userId, statement -> statement(statement, accounts)),
                sorted("declined_purchases", userId, "sequence").stream()
                        .map(purchase -> declined(purchase, accounts))
                        .toList());
        tables.get("liabilities").of(userId); // follows from the statements
        GroundTruth truth = new GroundTruth(
                userId,
                sorted("ground_truth", userId, "sequence").stream()
                        .map(UserAssembly::episode)
                        .toList(),
                sorted("life_events", userId, "sequence").stream()
                        .map(event -> new LifeEvent(event.text("name"), event.date("from_date"), event.date("to_date")))
                        .toList());
        TimelineAssembly timeline =
                new TimelineAssembly(userId, revision, name -> tables.get(name).of(userId));
        return StoredUser.of(row.count("user_number"), history, truth, timeline.findings());
    }

    private Map<String, Account> accounts(String userId) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (TableRow row : sorted("accounts", userId, "slot")) {
            accounts.put(
                    row.text("account_id"),
                    new Account(
                            row.text("account_id"),
                            row.count("slot"),
                            label(AccountType.class, row, "type"),
                            row.text("name"),
                            row.text("mask"),
                            row.hundredths("opening_balance"),
                            row.hundredths("credit_limit"),
                            (int) row.hundredths("apr")));
        }
        return accounts;
    }

    private List<Transaction> transactions(String userId, Map<String, Account> accounts) {
        List<TableRow> rows = tables.get("transactions").of(userId);
        rows.sort(Comparator.comparing((TableRow row) -> row.date("date")).thenComparing(row -> row.count("place")));
        // The same few names come again and again, and are compared most quickly when they are the same objects.
        Map<String, String> names = new HashMap<>();
        return rows.stream()
                .map(row -> new Transaction(
                        account(row, accounts),
                        row.count("sequence"),
                        row.date("date"),
                        minute(row.text("time")),
                        row.hundredths("amount"),
                        names.computeIfAbsent(row.text("merchant"), name -> name),
                        Category.valueOf(row.text("category")),
                        label(Channel.class, row, "channel")))
                .toList();
    }

    private static int minute(String time) {
        return time == null ? Transaction.NO_TIME : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static Statement statement(TableRow row, Map<String, Account> accounts) {
        return new Statement(
                account(row, accounts),
                row.date("closing_date"),
                row.hundredths("balance"),
                row.hundredths("interest"),
                row.hundredths("minimum_payment"),
                row.date("due_date"));
    }

    private static DeclinedPurchase declined(TableRow row, Map<String, Account> accounts) {
        return new DeclinedPurchase(
                account(row, accounts),
                row.date("date"),
                row.hundredths("amount"),
                row.text("merchant"),
                Category.valueOf(row.text("category")));
    }

    private static Episode episode(TableRow row) {
        return new Episode(
                row.text("profile"),
                row.date("from_date"),
                row.date("to_date"),
                row.text("cause"),
                row.real("intensity"));
    }

    private static Account account(TableRow row, Map<String, Account> accounts) {
        Account account = accounts.get(row.text("account_id"));
        if (account == null) {
            throw new IllegalArgumentException(
                    "there is no account " + row.text("account_id") + ", named in " + row.place());
        }
        return account;
    }

    static <E extends Enum<E>> E label(Class<E> type, TableRow row, String column) {
        return Enum.valueOf(type, row.text(column).toUpperCase(Locale.ROOT));
    }

    private <T> List<T> rows(String table, String userId, Function<TableRow, T> content) {
        return tables.get(table).of(userId).stream().map(content).toList();
    }

    private List<TableRow> sorted(String table, String userId, String column) {
        List<TableRow> rows = tables.get(table).of(userId);
        rows.sort(Comparator.comparingInt(row -> row.count(column)));
        return rows;
    }
}
