package dev.spendsense.dataset;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
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
import java.util.OptionalLong;
import java.util.Set;
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
        OptionalLong day = query
                .rows("SELECT day FROM look WHERE user = ? ORDER BY day DESC LIMIT 1", row -> row.getLong(1), user)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
        return day.isEmpty() ? Optional.empty() : Optional.of(findings(user, day.getAsLong(), revision));
    }

    private Findings findings(int user, long day, String revision) throws SQLException {
        List<Source> sources = sources(user, day);
        List<Signal> signals = signals(user, day, sources);
        return new Findings(
                query.rows("SELECT user_id FROM user WHERE number = ?", row -> row.getString(1), user)
                        .get(0),
                LocalDate.ofEpochDay(day),
                revision,
                signals,
                query.rows(
                        of("candidate", word("persona"), phrase("because")),
                        row -> new Candidate(row.getString(1), row.getString(2)),
                        user,
                        day),
                evidence(user, day, signals),
                query.rows(
                        of("score", word("persona"), "log_odds", "confidence", "candidate"),
                        row -> new Score(row.getString(1), row.getDouble(2), row.getDouble(3), row.getBoolean(4)),
                        user,
                        day),
                query.rows(
                        of("assignment", word("persona"), "rank", "confidence"),
                        row -> new PersonaAssignment(row.getString(1), row.getInt(2), row.getDouble(3)),
                        user,
                        day),
                recommendations(user, day, sources),
                query.rows(
                        of("blocked_item", "kind", word("code"), word("persona"), phrase("reason")),
                        row -> new Blocked(
                                kinds.get(row.getInt(1)), row.getString(2), row.getString(3), row.getString(4)),
                        user,
                        day),
                List.of());
    }

    private List<Source> sources(int user, long day) throws SQLException {
        List<String> accounts = query.rows(
                "SELECT account_id FROM account WHERE account BETWEEN ? AND ? ORDER BY account",
                row -> row.getString(1),
                Table.accountKey(user, 0),
                Table.accountKey(user, Table.ACCOUNTS_A_USER - 1));
        return query.rows(
                of(
                        "source",
                        "accounts",
                        word("categories"),
                        phrase("merchants"),
                        "from_day",
                        "to_day",
                        word("narrowed"),
                        "count",
                        "sum"),
                row -> new Source(
                        chosen(accounts, row.getLong(1)),
                        categorySets.computeIfAbsent(row.getString(2), CategoryNames::parse),
                        merchants(row.getString(3)),
                        LocalDate.ofEpochDay(row.getLong(4)),
                        LocalDate.ofEpochDay(row.getLong(5)),
                        row.getString(6),
                        row.getInt(7),
                        row.getLong(8)),
                user,
                day);
    }

    private List<Signal> signals(int user, long day, List<Source> sources) throws SQLException {
        return query.rows(
                of(
                        "signal",
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
                        phrase("sources")),
                row -> new Signal(
                        row.getString(1),
                        row.getInt(2),
                        new Measure(
                                row.getString(3),
                                row.getDouble(4),
                                units.get(row.getInt(5)),
                                row.getInt(6),
                                numbered(row.getString(11), sources)),
                        row.getBoolean(7),
                        comparisons.get(row.getInt(8)),
                        row.getString(9),
                        row.getDouble(10)),
                user,
                day);
    }

    private List<Evidence> evidence(int user, long day, List<Signal> signals) throws SQLException {
        return query.rows(
                of(
                        "evidence_item",
                        word("persona"),
                        word("evidence_group"),
                        "log_odds",
                        word("weight"),
                        "signal",
                        phrase("because")),
                row -> {
                    int signal = codeOrNothing(row, 5);
                    return new Evidence(
                            row.getString(1),
                            row.getString(2),
                            row.getDouble(3),
                            row.getString(4),
                            signal < 0 ? Optional.empty() : Optional.of(signals.get(signal)),
                            signal < 0 ? row.getString(6) : "");
                },
                user,
                day);
    }

    private List<Recommendation> recommendations(int user, long day, List<Source> sources) throws SQLException {
        Map<Integer, List<Binding>> bindings = new HashMap<>();
        query.rows(
                of(
                        "binding",
                        "recommendation",
                        word("name"),
                        phrase("text"),
                        "value",
                        "unit",
                        phrase("origin"),
                        phrase("sources")),
                row -> bindings.computeIfAbsent(row.getInt(1), number -> new ArrayList<>())
                        .add(new Binding(
                                row.getString(2),
                                row.getString(3),
                                realOrNothing(row, 4),
                                Optional.ofNullable(units.get(codeOrNothing(row, 5))),
                                row.getString(6),
                                numbered(row.getString(7), sources))),
                user,
                day);
        return query.rows(
                of(
                        "recommendation",
                        "number",
                        "kind",
                        word("code"),
                        word("persona"),
                        "priority",
                        word("title"),
                        word("body"),
                        phrase("rationale"),
                        word("disclosure")),
                row -> {
                    List<Binding> own = bindings.getOrDefault(row.getInt(1), List.of());
                    return new Recommendation(
                            kinds.get(row.getInt(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6),
                            row.getString(7),
                            RationaleTemplate.fill(row.getString(8), own),
                            own,
                            row.getString(9));
                },
                user,
                day);
    }

    private static double realOrNothing(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static int codeOrNothing(ResultSet row, int column) throws SQLException {
        int code = row.getInt(column);
        return row.wasNull() ? -1 : code;
    }

    private static List<Source> numbered(String numbers, List<Source> sources) {
        return numbers.isEmpty()
                ? List.of()
                : Stream.of(numbers.split(","))
                        .map(number -> sources.get(Integer.parseInt(number)))
                        .toList();
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

    /** All rows of a look, in the order of their numbers, which follow user and day in every key. */
    private static String of(String table, String... columns) {
        String order = table.equals("binding") ? "recommendation, position" : "number";
        return "SELECT " + String.join(", ", columns) + " FROM " + table + " AS t WHERE user = ? AND day = ? ORDER BY "
                + order;
    }

    private static String word(String column) {
        return "(SELECT text FROM word WHERE code = t." + column + ")";
    }

    private static String phrase(String column) {
        return "CASE typeof(t." + column + ") WHEN 'integer' THEN " + word(column) + " ELSE t." + column + " END";
    }
}
