package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts users together again from their rows. */
final class UserReader {

    private static final String ACCOUNTS_OF_USER = " WHERE account BETWEEN ? AND ? ";

    private final RowQuery query;
    private final Map<Integer, AccountType> types;
    private final Map<Integer, Category> categories;
    private final Map<Integer, Channel> channels;
    private final Map<Integer, String> merchants;

    UserReader(Connection connection) throws SQLException {
        this.query = new RowQuery(connection);
        this.types = query.codes("account_type", name -> AccountType.valueOf(name.toUpperCase(Locale.ROOT)));
        this.categories = query.codes("category", Category::valueOf);
        this.channels = query.codes("channel", name -> Channel.valueOf(name.toUpperCase(Locale.ROOT)));
        this.merchants = query.codes("merchant", name -> name);
    }

    Customer customer(int user) throws SQLException {
        return person(user, UserReader::customer);
    }

    History history(int user) throws SQLException {
        List<Account> accounts = accounts(user);
        return person(user, row -> history(user, row, accounts));
    }

    private <T> T person(int user, RowQuery.RowReader<T> reader) throws SQLException {
        return query.rows(
                        "SELECT user_id, name, age, region, annual_income, consent, from_day, as_of_day"
                                + " FROM user WHERE number = ?",
                        reader,
                        user)
                .get(0);
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getLong(5), row.getBoolean(6));
    }

    private History history(int user, ResultSet row, List<Account> accounts) throws SQLException {
        return new History(
                customer(row),
                date(row, 7),
                date(row, 8),
                accounts,
                transactions(user, accounts),
                statements(user, accounts),
                declined(user, accounts));
    }

    GroundTruth groundTruth(int user, String userId) throws SQLException {
        List<Episode> episodes = query.rows(
                "SELECT profile, from_day, to_day, cause, intensity FROM episode WHERE user = ? ORDER BY sequence",
                row -> new Episode(row.getString(1), date(row, 2), date(row, 3), row.getString(4), row.getDouble(5)),
                user);
        List<LifeEvent> events = query.rows(
                "SELECT name, from_day, to_day FROM life_event WHERE user = ? ORDER BY sequence",
                row -> new LifeEvent(row.getString(1), date(row, 2), date(row, 3)),
                user);
        return new GroundTruth(userId, episodes, events);
    }

    Fingerprint fingerprint(int user) throws SQLException {
        return query.rows(
                        "SELECT fingerprint FROM user WHERE number = ?",
                        row -> Fingerprint.ofBytes(row.getBytes(1)),
                        user)
                .get(0);
    }

    private List<Account> accounts(int user) throws SQLException {
        int first = Table.accountKey(user, 0);
        return query.rows(
                "SELECT account, account_id, type, name, mask, opening_balance, credit_limit, apr_basis_points"
                        + " FROM account" + ACCOUNTS_OF_USER + "ORDER BY account",
                row -> new Account(
                        row.getString(2),
                        row.getInt(1) - first,
                        types.get(row.getInt(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8)),
                first,
                first + Table.ACCOUNTS_A_USER - 1);
    }

    private List<Transaction> transactions(int user, List<Account> accounts) throws SQLException {
        int first = Table.accountKey(user, 0);
        return query.rows(
                "SELECT account, sequence, day, ifnull(minute, " + Transaction.NO_TIME + "), amount, merchant,"
                        + " category, channel FROM posting" + ACCOUNTS_OF_USER + "ORDER BY day, place",
                row -> new Transaction(
                        accounts.get(row.getInt(1) - first),
                        row.getInt(2),
                        date(row, 3),
                        row.getInt(4),
                        row.getLong(5),
                        merchants.get(row.getInt(6)),
                        categories.get(row.getInt(7)),
                        channels.get(row.getInt(8))),
                first,
                first + Table.ACCOUNTS_A_USER - 1);
    }

    private List<Statement> statements(int user, List<Account> accounts) throws SQLException {
        int first = Table.accountKey(user, 0);
        return query.rows(
                "SELECT account, closing_day, balance, interest, minimum_payment, due_day FROM statement"
                        + ACCOUNTS_OF_USER + "ORDER BY account, closing_day",
                row -> new Statement(
                        accounts.get(row.getInt(1) - first),
                        date(row, 2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        date(row, 6)),
                first,
                first + Table.ACCOUNTS_A_USER - 1);
    }

    private List<DeclinedPurchase> declined(int user, List<Account> accounts) throws SQLException {
        int first = Table.accountKey(user, 0);
        return query.rows(
                "SELECT account, day, amount, merchant, category FROM decline WHERE user = ? ORDER BY sequence",
                row -> new DeclinedPurchase(
                        accounts.get(row.getInt(1) - first),
                        date(row, 2),
                        row.getLong(3),
                        merchants.get(row.getInt(4)),
                        categories.get(row.getInt(5))),
                user);
    }

    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return LocalDate.ofEpochDay(row.getLong(column));
    }
}
