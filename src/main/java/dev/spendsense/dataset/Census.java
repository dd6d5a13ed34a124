package dev.spendsense.dataset;

import dev.spendsense.bank.Customer;
import dev.spendsense.findings.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Everybody at once: a pass over one table each, which calls back row by row and holds nothing. Users are numbered by
 * their position in the population, from 0. For one thread at a time.
 */
public final class Census {

    private static final String HELD = " WHERE first_look <= ?1 AND last_look >= ?1";

    private final Path file;
    private final Connection connection;
    private final Map<Integer, String> words = new HashMap<>();

    Census(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** A person. */
    public interface PersonVisitor {
        void person(int user, Customer customer);
    }

    /** Something by name that is true of a user. */
    public interface NameVisitor {
        void named(int user, String name);
    }

    /** A persona that a user was found to have. */
    public interface PersonaVisitor {
        void persona(int user, String persona, int rank, double confidence);
    }

    /** A piece of advice that a user was given. */
    public interface AdviceVisitor {
        void advice(int user, Kind kind, String code);
    }

    /** Every person, in the order of the population. */
    public void people(PersonVisitor visitor) {
        each("SELECT number, user_id, name, age, region, annual_income, consent FROM user ORDER BY number", row -> {
            Customer customer = new Customer(
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getBoolean(7));
            visitor.person(row.getInt(1), customer);
        });
    }

    /** The planted profiles that are true of users on a day. */
    public void profiles(LocalDate day, NameVisitor visitor) {
        each(
                "SELECT user, profile FROM episode WHERE from_day <= ?1 AND to_day >= ?1",
                row -> visitor.named(row.getInt(1), row.getString(2)),
                day.toEpochDay());
    }

    /** The name of every profile that is planted in somebody on some day. */
    public void everyProfile(Consumer<String> visitor) {
        each("SELECT DISTINCT profile FROM episode ORDER BY profile", row -> visitor.accept(row.getString(1)));
    }

    /** The users whom the rules looked at on a day. */
    public void judged(LocalDate look, IntConsumer visitor) {
        each("SELECT user FROM look WHERE day = ?1", row -> visitor.accept(row.getInt(1)), look.toEpochDay());
    }

    /** The personas that users were found to have at a look. */
    public void personas(LocalDate look, PersonaVisitor visitor) {
        each(
                "SELECT user, persona, rank, confidence FROM assignment" + HELD,
                row -> visitor.persona(row.getInt(1), word(row.getInt(2)), row.getInt(3), row.getDouble(4)),
                look.toEpochDay());
    }

    /** The signals that were detected at a look; once for each window in which one was. */
    public void detectedSignals(LocalDate look, NameVisitor visitor) {
        each(
                "SELECT user, type FROM signal" + HELD + " AND detected",
                row -> visitor.named(row.getInt(1), word(row.getInt(2))),
                look.toEpochDay());
    }

    /** The advice that users were given at a look. */
    public void recommendations(LocalDate look, AdviceVisitor visitor) {
        Map<Integer, Kind> kinds = new HashMap<>();
        each(
                "SELECT code, name FROM advice_kind",
                row -> kinds.put(row.getInt(1), Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT))));
        each(
                "SELECT user, kind, code FROM recommendation" + HELD,
                row -> visitor.advice(row.getInt(1), kinds.get(row.getInt(2)), word(row.getInt(3))),
                look.toEpochDay());
    }

    private String word(int code) throws SQLException {
        String known = words.get(code);
        if (known == null) {
            try (PreparedStatement query = connection.prepareStatement("SELECT text FROM word WHERE code = ?")) {
                query.setInt(1, code);
                try (ResultSet row = query.executeQuery()) {
                    known = row.getString(1);
                }
            }
            words.put(code, known);
        }
        return known;
    }

    /** What is done with a row. */
    private interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowVisitor visitor, long... keys) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                query.setLong(i + 1, keys[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    visitor.visit(row);
                }
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw DatasetException.damaged(file, e);
        }
    }
}
