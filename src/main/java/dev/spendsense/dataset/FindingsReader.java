package dev.spendsense.dataset;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.HeldFindings.Bound;
import dev.spendsense.dataset.HeldFindings.Held;
import dev.spendsense.dataset.HeldFindings.Resolved;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts findings together again from their rows. */
final class FindingsReader {

    private final RowQuery query;
    private final Map<Integer, Unit> units;
    private final Map<Integer, Comparison> comparisons;
    private final Map<Integer, Kind> kinds;
    private final Map<String, Set<Category>> categorySets = new HashMap<>();

    FindingsReader(Connection connection) throws SQLException {
        this.query = new RowQuery(connection);
        this.units = query.codes("unit", name -> Unit.valueOf(name.toUpperCase(Locale.ROOT)));
        this.comparisons = query.codes("comparison", FindingsReader::comparison);
        this.kinds = query.codes("advice_kind", name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    /** The findings of the latest look at a user; empty when there was none. */
    Optional<Findings> latest(int user, String revision) throws SQLException {
        List<Long> looks = looks(user);
        return looks.isEmpty() ? Optional.empty() : Optional.of(at(user, looks.get(looks.size() - 1), revision));
    }

    /** The findings of the look at a user on some date; empty when there was none then. */
    Optional<Findings> at(int user, LocalDate look, String revision) throws SQLException {
        long day = look.toEpochDay();
        return looks(user).contains(day) ? Optional.of(at(user, day, revision)) : Optional.empty();
    }

    /** The findings of all looks at a user, by date. */
    List<Findings> timeline(int user, String revision) throws SQLException {
        List<Long> looks = looks(user);
        if (looks.isEmpty()) {
            return List.of();
        }
        HeldFindings held = held(user, looks.get(0), looks.get(looks.size() - 1));
        return looks.stream().map(day -> held.at(day, revision)).toList();
    }

    private Findings at(int user, long day, String revision) throws SQLException {
        return held(user, day, day).at(day, revision);
    }

    private List<Long> looks(int user) throws SQLException {
        return query.rows("SELECT day FROM look WHERE user = ? ORDER BY day", row -> row.getLong(1), user);
    }

    /** Everything that held at some time between two days, both included. */
    private HeldFindings held(int user, long from, long to) throws SQLException {
        Keys keys = new Keys(user, from, to);
        return new HeldFindings(
                query.rows("SELECT user_id FROM user WHERE number = ?", row -> row.getString(1), user)
                        .get(0),
                sources(keys),
                signals(keys),
                held(
                        keys,
                        "candidate",
                        row -> new Candidate(row.getString(1), row.getString(2)),
                        word("persona"),
                        phrase("because")),
                evidence(keys),
                held(
                        keys,
                        "score",
                        row -> new Score(row.getString(1), row.getDouble(2), row.getDouble(3), row.getBoolean(4)),
                        word("persona"),
                        "log_odds",
                        "confidence",
                        "candidate"),
                held(
                        keys,
                        "assignment",
                        row -> new PersonaAssignment(row.getString(1), row.getInt(2), row.getDouble(3)),
                        word("persona"),
                        "rank",
                        "confidence"),
                recommendations(keys),
                bindings(keys),
                held(
                        keys,
                        "blocked_item",
                        row -> new Blocked(
                                kinds.get(row.getInt(1)), row.getString(2), row.getString(3), row.getString(4)),
                        "kind",
                        word("code"),
                        word("persona"),
                        phrase("reason")));
    }

    private List<Held<Source>> sources(Keys keys) throws SQLException {
        List<String> accounts = query.rows(
                "SELECT account_id FROM account WHERE account BETWEEN ? AND ? ORDER BY account",
                row -> row.getString(1),
                Table.accountKey(keys.user, 0),
                Table.accountKey(keys.user, Table.ACCOUNTS_A_USER - 1));
        return held(
                keys,
                "source",
                row -> new Source(
                        chosen(accounts, row.getLong(1)),
                        categorySets.computeIfAbsent(row.getString(2), CategoryNames::parse),
                        merchants(row.getString(3)),
                        LocalDate.ofEpochDay(row.getLong(4)),
                        LocalDate.ofEpochDay(row.getLong(5)),
                        row.getString(6),
                        row.getInt(7),
                        row.getLong(8)),
                "accounts",
                word("categories"),
                phrase("merchants"),
                "from_day",
                "to_day",
                word("narrowed"),
                "count",
                "sum");
    }

    private List<Held<Resolved<Source, Signal>>> signals(Keys keys) throws SQLException {
        return held(
                keys,
                "signal",
                row -> {
                    String type = row.getString(1);
                    int windowDays = row.getInt(2);
                    String formula = row.getString(3);
                    double value = row.getDouble(4);
                    Unit unit = units.get(row.getInt(5));
                    int observations = row.getInt(6);
                    boolean detected = row.getBoolean(7);
                    Comparison comparison = comparisons.get(row.getInt(8));
                    String threshold = row.getString(9);
                    double thresholdValue = row.getDouble(10);
                    int[] numbers = numbers(row.getString(11));
                    return sources -> new Signal(
                            type,
                            windowDays,
                            new Measure(formula, value, unit, observations, chosen(sources, numbers)),
                            detected,
                            comparison,
                            threshold,
                            thresholdValue);
                },
                word("type"),
                "window_days",
                word("formula"),
                "value",
                "unit",
                "observations",
                "detected",
                "comparison",
                word("threshold"),
                "threshold_value",
                phrase("sources"));
    }

    private List<Held<Resolved<Signal, Evidence>>> evidence(Keys keys) throws SQLException {
        return held(
                keys,
                "evidence_item",
                row -> {
                    String persona = row.getString(1);
                    String group = row.getString(2);
                    double logOdds = row.getDouble(3);
                    String weight = row.getString(4);
                    int signal = codeOrNothing(row, 5);
                    String note = signal < 0 ? row.getString(6) : "";
                    return signals -> new Evidence(
                            persona,
                            group,
                            logOdds,
                            weight,
                            signal < 0 ? Optional.empty() : Optional.of(signals.get(signal)),
                            note);
                },
                word("persona"),
                word("evidence_group"),
                "log_odds",
                word("weight"),
                "signal",
                phrase("because"));
    }

    private List<Held<Resolved<Binding, Recommendation>>> recommendations(Keys keys) throws SQLException {
        return held(
                keys,
                "recommendation",
                row -> {
                    Kind kind = kinds.get(row.getInt(1));
                    String code = row.getString(2);
                    String persona = row.getString(3);
                    int priority = row.getInt(4);
                    String title = row.getString(5);
                    String body = row.getString(6);
                    String template = row.getString(7);
                    String disclosure = row.getString(8);
                    return own -> new Recommendation(
                            kind,
                            code,
                            persona,
                            priority,
                            title,
                            body,
                            RationaleTemplate.fill(template, own),
                            own,
                            disclosure);
                },
                "kind",
                word("code"),
                word("persona"),
                "priority",
                word("title"),
                word("body"),
                phrase("rationale"),
                word("disclosure"));
    }

    private List<Held<Resolved<Source, Bound>>> bindings(Keys keys) throws SQLException {
        return held(
                keys,
                "binding",
                row -> {
                    int recommendation = row.getInt(1);
                    String name = row.getString(2);
                    String text = row.getString(3);
                    double value = realOrNothing(row, 4);
                    Optional<Unit> unit = Optional.ofNullable(units.get(codeOrNothing(row, 5)));
                    String origin = row.getString(6);
                    int[] numbers = numbers(row.getString(7));
                    return sources -> new Bound(
                            recommendation, new Binding(name, text, value, unit, origin, chosen(sources, numbers)));
                },
                "recommendation",
                word("name"),
                phrase("text"),
                "value",
                "unit",
                phrase("origin"),
                phrase("sources"));
    }

    /** Which rows are asked for: those of a user that held at some time between two days, both included. */
    private record Keys(int user, long from, long to) {}

    /** Rows of a table in the order of their numbers, those of one number by date. */
    private <T> List<Held<T>> held(Keys keys, String table, RowQuery.RowReader<T> content, String... columns)
            throws SQLException {
        String order = table.equals("binding") ? "recommendation, position" : "number";
        String sql = "SELECT " + String.join(", ", columns) + ", first_look, last_look FROM " + table
                + " AS t WHERE user = ? AND first_look <= ? AND last_look >= ? ORDER BY " + order + ", first_look";
        int looks = columns.length + 1;
        return query.rows(
                sql,
                row -> new Held<>(row.getLong(looks), row.getLong(looks + 1), content.read(row)),
                keys.user,
                keys.to,
                keys.from);
    }

    private static double realOrNothing(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static int codeOrNothing(ResultSet row, int column) throws SQLException {
        int code = row.getInt(column);
        return row.wasNull() ? -1 : code;
    }

    private static int[] numbers(String text) {
        return text.isEmpty()
                ? new int[0]
                : Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static List<Source> chosen(List<Source> sources, int[] numbers) {
        return IntStream.of(numbers).mapToObj(sources::get).toList();
    }

    private static List<String> chosen(List<String> accounts, long bits) {
        List<String> chosen = new ArrayList<>();
        for (int slot = 0; slot < accounts.size(); slot++) {
            if ((bits >> slot & 1) == 1) {
                chosen.add(accounts.get(slot));
            }
        }
        return List.copyOf(chosen);
    }

    private static List<String> merchants(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(StorableFindings.BETWEEN_MERCHANTS));
    }

    private static Comparison comparison(String symbol) {
        return Arrays.stream(Comparison.values())
                .filter(comparison -> comparison.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison is written " + symbol));
    }

    private static String word(String column) {
        return "(SELECT text FROM word WHERE code = t." + column + ")";
    }

    private static String phrase(String column) {
        return "CASE typeof(t." + column + ") WHEN 'integer' THEN " + word(column) + " ELSE t." + column + " END";
    }
}
