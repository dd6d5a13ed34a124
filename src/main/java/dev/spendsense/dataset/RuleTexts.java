package dev.spendsense.dataset;

import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.RuleText.Parameter;
import dev.spendsense.dataset.RuleText.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the texts and the vocabulary of rules are kept in the dataset. */
final class RuleTexts {

    private static final String SIGNAL = "signal";
    private static final String PERSONA = "persona";
    private static final String CONTENT = "content";

    private RuleTexts() {}

    static void write(Connection connection, RuleText rules) throws SQLException {
        try (PreparedStatement file = connection.prepareStatement("INSERT INTO rule_file VALUES (?, ?)")) {
            for (Map.Entry<String, String> text : new TreeMap<>(rules.files()).entrySet()) {
                file.setString(1, text.getKey());
                file.setString(2, text.getValue());
                file.executeUpdate();
            }
        }
        try (PreparedStatement number = connection.prepareStatement("INSERT INTO rule_parameter VALUES (?, ?, ?, ?)")) {
            int position = 0;
            for (Parameter parameter : rules.parameters()) {
                number.setInt(1, position++);
                number.setString(2, parameter.name());
                number.setDouble(3, parameter.value());
                number.setString(4, parameter.unit().label());
                number.executeUpdate();
            }
        }
        writeWords(connection, SIGNAL, rules.signals());
        writeWords(connection, PERSONA, rules.personas());
        writeWords(connection, CONTENT, rules.contents());
    }

    private static void writeWords(Connection connection, String kind, List<Word> words) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rule_word VALUES (?, ?, ?, ?)")) {
            int position = 0;
            for (Word word : words) {
                insert.setString(1, kind);
                insert.setInt(2, position++);
                insert.setString(3, word.name());
                insert.setString(4, word.title());
                insert.executeUpdate();
            }
        }
    }

    static RuleText read(Connection connection, String revision) throws SQLException {
        RowQuery query = new RowQuery(connection);
        Map<String, String> files = new LinkedHashMap<>();
        query.rows("SELECT path, content FROM rule_file", row -> files.put(row.getString(1), row.getString(2)));
        List<Parameter> parameters = query.rows(
                "SELECT name, value, unit FROM rule_parameter ORDER BY position",
                row -> new Parameter(
                        row.getString(1),
                        row.getDouble(2),
                        Unit.labelled(row.getString(3)).orElseThrow(() -> new SQLException("it has a strange unit"))));
        return new RuleText(
                revision, files, parameters, words(query, SIGNAL), words(query, PERSONA), words(query, CONTENT));
    }

    private static List<Word> words(RowQuery query, String kind) throws SQLException {
        return query.rows(
                "SELECT name, title FROM rule_word WHERE kind = '" + kind + "' ORDER BY position",
                row -> new Word(row.getString(1), row.getString(2)));
    }
}
