package dev.spendsense.dataset;

import dev.spendsense.bank.AccountType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sums over all users of a dataset. Findings are those of the last day on which the rules looked. Asks the file each
 * time; for one thread at a time.
 */
public final class Tallies {

    /** The rules' last look; nothing equals it when there was none. */
    private static final String LAST_DAY = "(SELECT max(day) FROM look_day)";

    private final Path file;
    private final RowQuery query;

    Tallies(Path file, Connection connection) {
        this.file = file;
        this.query = new RowQuery(connection);
    }

    /**
     * How many users were planted with a profile and found with a primary persona.
     *
     * @param profile the profile that was true on the day of the look; of several the one that was found, else the one that
     *     has held longest; empty when there was none
     * @param persona the persona of rank 1; empty when none was assigned
     * @param users how many, at least 1
     */
    public record Found(String profile, String persona, int users) {}

    /** Users in all. */
    public int users() {
        return number("SELECT count(*) FROM user");
    }

    /** Users who consent. */
    public int consenting() {
        return number("SELECT count(*) FROM user WHERE consent");
    }

    /** Users whom the rules have looked at. */
    public int judged() {
        return number("SELECT count(*) FROM look WHERE day = " + LAST_DAY);
    }

    /** Users with a persona and with at least so many types of signals detected, over whatever window. */
    public int usersWithPersonaAndBehaviors(int atLeast) {
        return number("SELECT count(*) FROM look AS l WHERE day = " + LAST_DAY
                + " AND EXISTS (SELECT 1 FROM assignment AS a WHERE a.user = l.user AND a.last_look = l.day)"
                + " AND (SELECT count(DISTINCT type) FROM signal AS s"
                + " WHERE s.user = l.user AND s.last_look = l.day AND s.detected) >= " + atLeast);
    }

    /** How many users have each number of detected types of signals, by that number. */
    public Map<Integer, Integer> usersByBehaviors() {
        Map<Integer, Integer> users = new LinkedHashMap<>();
        rows(
                "SELECT types, count(*) FROM (SELECT (SELECT count(DISTINCT type) FROM signal AS s"
                        + " WHERE s.user = l.user AND s.last_look = l.day AND s.detected) AS types FROM look AS l WHERE day = "
                        + LAST_DAY + ") GROUP BY types ORDER BY types",
                row -> users.put(row.getInt(1), row.getInt(2)));
        return users;
    }

    /** On how many users each type of signal was detected, the most frequent type first. */
    public Map<String, Integer> usersByDetectedSignal() {
        return counts("SELECT (SELECT text FROM word WHERE code = type) AS name, count(DISTINCT user) AS users"
                + " FROM signal WHERE detected AND last_look = " + LAST_DAY
                + " GROUP BY type ORDER BY users DESC, name");
    }

    /** Signals that were detected, over all users and windows. */
    public int detectedSignals() {
        return number("SELECT count(*) FROM signal WHERE detected AND last_look = " + LAST_DAY);
    }

    /** How many users have each persona as their first, the most frequent one first. */
    public Map<String, Integer> usersByPrimaryPersona() {
        return counts("SELECT (SELECT text FROM word WHERE code = persona) AS name, count(*) AS users"
                + " FROM assignment WHERE rank = 1 AND last_look = " + LAST_DAY
                + " GROUP BY persona ORDER BY users DESC, name");
    }

    /** The personas that evidence is weighed for, by name; one that is assigned for want of others is not among them. */
    public List<String> scoredPersonas() {
        return rows(
                "SELECT DISTINCT (SELECT text FROM word WHERE code = persona) AS name FROM score WHERE last_look = "
                        + LAST_DAY + " ORDER BY name",
                row -> row.getString(1));
    }

    /** Planted profile against primary persona, over all users whom the rules have looked at, by profile and persona. */
    public List<Found> found() {
        return rows(
                "SELECT profile, persona, count(*) FROM (SELECT"
                        + " ifnull((SELECT profile FROM episode AS e WHERE e.user = f.user"
                        + " AND f.day BETWEEN e.from_day AND e.to_day"
                        + " ORDER BY e.profile = f.persona DESC, sequence LIMIT 1), '') AS profile, persona"
                        + " FROM (SELECT l.user, l.day,"
                        + " ifnull((SELECT (SELECT text FROM word WHERE code = a.persona) FROM assignment AS a"
                        + " WHERE a.user = l.user AND a.last_look = l.day AND a.rank = 1), '') AS persona"
                        + " FROM look AS l WHERE day = " + LAST_DAY + ") AS f"
                        + ") GROUP BY profile, persona ORDER BY profile, persona",
                row -> new Found(row.getString(1), row.getString(2), row.getInt(3)));
    }

    /** Users with more than so many transactions. */
    public int usersWithTransactionsAbove(int number) {
        return number("SELECT count(*) FROM user AS u WHERE (SELECT count(*) FROM posting AS p"
                + " WHERE p.account BETWEEN u.number * 4 AND u.number * 4 + 3) > " + number);
    }

    /** The fewest transactions that any user has; 0 without users. */
    public int fewestTransactions() {
        return number("SELECT ifnull(min(postings), 0) FROM (SELECT (SELECT count(*) FROM posting AS p"
                + " WHERE p.account BETWEEN u.number * 4 AND u.number * 4 + 3) AS postings FROM user AS u)");
    }

    /** Users with a transaction in the given number of days that end with their history. */
    public int usersWithTransactionsInLastDays(int days) {
        return number("SELECT count(*) FROM user AS u WHERE"
                + " EXISTS (SELECT 1 FROM account AS a WHERE a.account BETWEEN u.number * 4 AND u.number * 4 + 3"
                + " AND EXISTS (SELECT 1 FROM posting AS p WHERE p.account = a.account"
                + " AND p.day BETWEEN u.as_of_day - " + days + " + 1 AND u.as_of_day))");
    }

    /** How many accounts there are of each type that occurs. */
    public Map<AccountType, Integer> accounts() {
        Map<AccountType, Integer> accounts = new EnumMap<>(AccountType.class);
        counts("SELECT (SELECT name FROM account_type WHERE code = type), count(*) FROM account GROUP BY type")
                .forEach((name, count) -> accounts.put(AccountType.valueOf(name.toUpperCase(Locale.ROOT)), count));
        return accounts;
    }

    /** Recommendations by kind, {@code education} or {@code offer}. */
    public Map<String, Integer> recommendationsByKind() {
        return counts("SELECT (SELECT name FROM advice_kind WHERE code = kind) AS name, count(*) FROM recommendation"
                + " WHERE last_look = " + LAST_DAY + " GROUP BY kind ORDER BY name");
    }

    /** Recommendations by content, the most frequent one first. */
    public Map<String, Integer> recommendationsByContent() {
        return counts("SELECT (SELECT text FROM word w WHERE w.code = r.code) AS name, count(*) AS times"
                + " FROM recommendation AS r WHERE last_look = " + LAST_DAY
                + " GROUP BY r.code ORDER BY times DESC, name");
    }

    private Map<String, Integer> counts(String sql) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows(sql, row -> counts.put(row.getString(1), row.getInt(2)));
        return Collections.unmodifiableMap(counts);
    }

    private int number(String sql) {
        return rows(sql, row -> row.getInt(1)).get(0);
    }

    private <T> List<T> rows(String sql, RowQuery.RowReader<T> reader) {
        try {
            return query.rows(sql, reader);
        } catch (SQLException e) {
            throw DatasetException.damaged(file, e);
        }
    }
}
