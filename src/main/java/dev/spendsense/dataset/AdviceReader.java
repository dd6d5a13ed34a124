package dev.spendsense.dataset;

import dev.spendsense.findings.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the advice of a whole population in one pass over its rows, which lie user by user. */
final class AdviceReader {

    private static final String ROWS =
            "SELECT r.user, r.kind, r.code, r.persona, r.priority, r.first_look, r.last_look, "
                    + ofPersona("rank") + ", " + ofPersona("confidence")
                    + ", (SELECT max(day) FROM look WHERE user = r.user)"
                    + " FROM recommendation AS r ORDER BY r.user, r.first_look, r.number";

    private final Connection connection;
    private final Map<Integer, Kind> kinds;
    private final Map<Integer, String> words = new HashMap<>();

    AdviceReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.kinds = new RowQuery(connection).codes("advice_kind", name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static String ofPersona(String column) {
        return "(SELECT a." + column + " FROM assignment AS a WHERE a.user = r.user AND a.persona = r.persona"
                + " AND r.last_look BETWEEN a.first_look AND a.last_look ORDER BY a.rank LIMIT 1)";
    }

    /** A row; how it is worded and where it stands among others may differ between the looks at which advice is given. */
    private record Stretch(
            int user,
            int kind,
            int code,
            int persona,
            int priority,
            long first,
            long last,
            int rank,
            double confidence,
            long latest) {}

    void read(Consumer<GivenAdvice> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            List<Stretch> ofUser = new ArrayList<>();
            while (row.next()) {
                Stretch stretch = new Stretch(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8),
                        row.getDouble(9),
                        row.getLong(10));
                if (!ofUser.isEmpty() && ofUser.get(0).user != stretch.user) {
                    show(ofUser, reader);
                    ofUser.clear();
                }
                ofUser.add(stretch);
            }
            show(ofUser, reader);
        }
    }

    private void show(List<Stretch> ofUser, Consumer<GivenAdvice> reader) throws SQLException {
        for (Stretch each : ofUser) {
            if (each.last == each.latest) {
                reader.accept(new GivenAdvice(
                        each.user,
                        kinds.get(each.kind),
                        word(each.code),
                        word(each.persona),
                        each.rank,
                        each.confidence,
                        each.priority,
                        LocalDate.ofEpochDay(entered(each, ofUser)),
                        LocalDate.ofEpochDay(each.last)));
            }
        }
    }

    /** Goes back as long as the look before gave the same advice. */
    private long entered(Stretch given, List<Stretch> ofUser) throws SQLException {
        if (ofUser.stream().noneMatch(each -> each.code == given.code && each.first < given.first)) {
            return given.first;
        }
        List<Long> looks = new RowQuery(connection)
                .rows("SELECT day FROM look WHERE user = ? ORDER BY day", row -> row.getLong(1), given.user);
        long entered = given.first;
        for (int i = ofUser.size() - 1; i >= 0; i--) {
            Stretch earlier = ofUser.get(i);
            if (earlier.code == given.code
                    && earlier.first < entered
                    && looks.indexOf(earlier.last) >= looks.indexOf(entered) - 1) {
                entered = earlier.first;
            }
        }
        return entered;
    }

    private String word(int code) throws SQLException {
        String known = words.get(code);
        if (known == null) {
            known = new RowQuery(connection)
                    .rows("SELECT text FROM word WHERE code = ?", row -> row.getString(1), code)
                    .get(0);
            words.put(code, known);
        }
        return known;
    }
}
