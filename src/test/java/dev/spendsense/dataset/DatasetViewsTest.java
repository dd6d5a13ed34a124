package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Liability;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetViewsTest {

    private static final int USERS = 30;

    @TempDir
    private Path folder;

    private final RandomUsers users = new RandomUsers(7);
    private Connection connection;
    private RunRecord run;

    @BeforeEach
    void writeDataset() throws SQLException {
        Path file = folder.resolve("views.db");
        try (DatasetWriter writer = DatasetWriter.create(file, false, users.origin())) {
            writer.write(users.block(0, USERS));
            run = writer.complete();
            writer.publish();
        }
        connection = DriverManager.getConnection(DatasetFile.url(file, "immutable=1"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void users_read_as_they_were_written() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (History history : histories()) {
            var customer = history.customer();
            expected.add(row(
                    customer.id(),
                    customer.name(),
                    customer.age(),
                    customer.region(),
                    dollars(customer.annualIncome()),
                    customer.consent() ? 1 : 0));
        }
        assertThat(rows("SELECT user_id, name, age, region, annual_income, consent FROM users"))
                .isEqualTo(expected);
    }

    @Test
    void accounts_carry_the_balance_that_their_postings_lead_to() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (History history : histories()) {
            for (Account account : history.accounts()) {
                expected.add(row(
                        account.id(),
                        history.customer().id(),
                        account.type().name().toLowerCase(Locale.ROOT),
                        account.name(),
                        account.mask(),
                        dollars(account.openingBalance()),
                        dollars(history.balance(account, history.asOf())),
                        account.type().isDeposit() ? null : dollars(account.creditLimit())));
            }
        }
        assertThat(rows("SELECT account_id, user_id, type, name, mask, opening_balance, balance, credit_limit"
                        + " FROM accounts"))
                .isEqualTo(expected);
    }

    @Test
    void liabilities_read_as_the_bank_reports_them() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (History history : histories()) {
            for (Account account : history.accounts()) {
                if (!account.type().isDeposit()) {
                    Liability liability = history.liability(account);
                    expected.add(row(
                            account.id(),
                            liability.aprBasisPoints() / 100.0,
                            dollars(liability.statementBalance()),
                            dollars(liability.minimumPayment()),
                            dollars(liability.lastPayment()),
                            liability.nextDueDate().toString(),
                            liability.overdue() ? 1 : 0));
                }
            }
        }
        assertThat(rows("SELECT account_id, apr, statement_balance, minimum_payment, last_payment, next_due_date,"
                        + " is_overdue FROM liabilities"))
                .isEqualTo(expected);
    }

    @Test
    void transactions_read_with_names_dates_times_and_exact_cents() throws SQLException {
        for (History history : histories()) {
            List<List<Object>> expected = new ArrayList<>();
            for (Transaction transaction : history.transactions()) {
                expected.add(row(
                        transaction.id(),
                        history.customer().id(),
                        transaction.account().id(),
                        transaction.date().toString(),
                        time(transaction.minute()),
                        dollars(transaction.amount()),
                        (int) transaction.amount(),
                        transaction.merchant(),
                        transaction.category().name(),
                        transaction.category().primary().name(),
                        transaction.channel().name().toLowerCase(Locale.ROOT),
                        (int) transaction.date().toEpochDay()));
            }
            assertThat(rows(
                            "SELECT transaction_id, user_id, account_id, date, time, amount, amount_cents, merchant,"
                                    + " category, category_primary, channel, day FROM transactions WHERE user_id = ?",
                            history.customer().id()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void statements_read_in_order_with_dollars_and_cents() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (History history : histories()) {
            for (Statement statement : history.statements()) {
                expected.add(row(
                        statement.account().id(),
                        history.customer().id(),
                        statement.closingDate().toString(),
                        dollars(statement.balance()),
                        dollars(statement.interest()),
                        dollars(statement.minimumPayment()),
                        statement.dueDate().toString(),
                        (int) statement.balance()));
            }
        }
        assertThat(rows("SELECT account_id, user_id, closing_date, balance, interest, minimum_payment, due_date,"
                        + " balance_cents FROM statements"))
                .isEqualTo(expected);
    }

    @Test
    void declined_purchases_read_with_their_account() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (History history : histories()) {
            for (DeclinedPurchase purchase : history.declined()) {
                expected.add(row(
                        history.customer().id(),
                        purchase.account().id(),
                        purchase.date().toString(),
                        dollars(purchase.amount()),
                        purchase.merchant(),
                        purchase.category().name()));
            }
        }
        assertThat(rows("SELECT user_id, account_id, date, amount, merchant, category FROM declined_purchases"))
                .isEqualTo(expected);
    }

    @Test
    void ground_truth_reads_as_it_was_planted() throws SQLException {
        List<List<Object>> expected = new ArrayList<>();
        for (int index = 0; index < USERS; index++) {
            for (Episode episode : users.truth(index).episodes()) {
                expected.add(row(
                        users.truth(index).userId(),
                        episode.profile(),
                        episode.from().toString(),
                        episode.to().toString(),
                        episode.cause(),
                        episode.intensity()));
            }
        }
        assertThat(rows("SELECT user_id, profile, from_date, to_date, cause, intensity FROM ground_truth"))
                .isEqualTo(expected);
    }

    @Test
    void every_public_table_counts_what_the_run_says() throws SQLException {
        for (String table : run.counts().keySet()) {
            assertThat(rows("SELECT COUNT(*) FROM " + table))
                    .as(table)
                    .isEqualTo(List.of(row(run.counts().get(table).intValue())));
        }
    }

    @Test
    void the_run_reads_as_one_row() throws SQLException {
        assertThat(rows("SELECT scenario, seed, from_date, to_date, days, users, data_fingerprint, rule_revision"
                        + " FROM run"))
                .isEqualTo(List.of(row(
                        "random",
                        (int) run.origin().seed(),
                        run.origin().from().toString(),
                        run.origin().to().toString(),
                        60,
                        USERS,
                        run.fingerprint().toString(),
                        null)));
    }

    @Test
    void the_first_five_users_come_in_the_order_of_the_population() throws SQLException {
        assertThat(rows("SELECT user_id, name FROM users LIMIT 5"))
                .isEqualTo(histories().subList(0, 5).stream()
                        .map(history ->
                                row(history.customer().id(), history.customer().name()))
                        .toList());
    }

    @Test
    void one_users_transactions_are_found_by_key() throws SQLException {
        assertThat(plan("SELECT * FROM transactions WHERE user_id = 'u1'"))
                .anyMatch(step -> step.startsWith("SEARCH p USING PRIMARY KEY (account"))
                .anyMatch(step -> step.contains("user_by_id (user_id=?)"))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void one_accounts_transactions_in_some_days_are_found_by_key() throws SQLException {
        assertThat(plan("SELECT * FROM transactions WHERE account_id = 'u1-0' AND day BETWEEN 20000 AND 20010"))
                .anyMatch(step -> step.startsWith("SEARCH p USING PRIMARY KEY (account=? AND day>? AND day<?)"))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void one_users_rows_in_any_table_are_found_by_key() throws SQLException {
        for (String table :
                List.of("users", "accounts", "liabilities", "statements", "declined_purchases", "ground_truth")) {
            assertThat(plan("SELECT * FROM " + table + " WHERE user_id = 'u1'"))
                    .as(table)
                    .noneMatch(step -> step.startsWith("SCAN"));
        }
    }

    @Test
    void counting_transactions_looks_up_no_names() throws SQLException {
        assertThat(plan("SELECT COUNT(*) FROM transactions"))
                .noneMatch(step -> step.contains("merchant") || step.contains("SCALAR"));
    }

    private List<History> histories() {
        List<History> histories = new ArrayList<>();
        for (int index = 0; index < USERS; index++) {
            histories.add(users.history(index));
        }
        return histories;
    }

    private List<String> plan(String sql) throws SQLException {
        return rows("EXPLAIN QUERY PLAN " + sql).stream()
                .map(row -> (String) row.get(3))
                .toList();
    }

    private List<List<Object>> rows(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    Object[] row = new Object[result.getMetaData().getColumnCount()];
                    for (int column = 0; column < row.length; column++) {
                        row[column] = result.getObject(column + 1);
                    }
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    private static double dollars(long cents) {
        return cents / 100.0;
    }

    private static String time(int minute) {
        return minute == Transaction.NO_TIME
                ? null
                : LocalTime.ofSecondOfDay(60L * minute).toString() + ":00";
    }
}
