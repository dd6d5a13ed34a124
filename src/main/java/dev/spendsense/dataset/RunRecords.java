package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a run record is kept in the dataset. */
final class RunRecords {

    /** Name of the root over what the simulation made. */
    private static final String DATA = "data";

    /** Name of the root over what rules concluded. */
    private static final String FINDINGS = "findings";

    private RunRecords() {}

    static void write(
            Connection connection, RunRecord run, List<Fingerprint> dataBlocks, List<Fingerprint> findingsBlocks)
            throws SQLException {
        RunOrigin origin = run.origin();
        insert(
                connection,
                "INSERT INTO run_record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                origin.scenario().name(),
                origin.seed(),
                origin.from().toEpochDay(),
                origin.to().toEpochDay(),
                origin.productVersion(),
                origin.rules().map(RuleText::revision).orElse(null),
                run.fingerprint().bytes(),
                run.findingsFingerprint().map(Fingerprint::bytes).orElse(null));
        if (origin.rules().isPresent()) {
            RuleTexts.write(connection, origin.rules().get());
            writeBlocks(connection, FINDINGS, findingsBlocks);
        }
        for (Map.Entry<String, String> file : new TreeMap<>(origin.scenario().files()).entrySet()) {
            insert(connection, "INSERT INTO scenario_file VALUES (?, ?)", file.getKey(), file.getValue());
        }
        List<String> overrides = origin.scenario().overrides();
        for (int i = 0; i < overrides.size(); i++) {
            insert(connection, "INSERT INTO scenario_override VALUES (?, ?)", i, overrides.get(i));
        }
        for (Map.Entry<String, Long> count : run.counts().entrySet()) {
            insert(connection, "INSERT INTO table_count VALUES (?, ?)", count.getKey(), count.getValue());
        }
        int position = 0;
        for (Map.Entry<String, Integer> count : run.usersByProfile().entrySet()) {
            insert(
                    connection,
                    "INSERT INTO profile_count VALUES (?, ?, ?)",
                    position++,
                    count.getKey(),
                    count.getValue());
        }
        for (LocalDate look : run.looks()) {
            insert(connection, "INSERT INTO look_day VALUES (?)", look.toEpochDay());
        }
        writeBlocks(connection, DATA, dataBlocks);
    }

    /** Puts other fingerprints in the place of those that are kept, in a dataset that is not published yet. */
    static void replaceFingerprints(
            Connection connection, FingerprintTree data, FingerprintTree findings, boolean judged) throws SQLException {
        insert(connection, "DELETE FROM fingerprint_block");
        insert(
                connection,
                "UPDATE run_record SET data_fingerprint = ?, findings_fingerprint = ?",
                data.root().bytes(),
                judged ? findings.root().bytes() : null);
        writeBlocks(connection, DATA, data.blocks());
        if (judged) {
            writeBlocks(connection, FINDINGS, findings.blocks());
        }
    }

    private static void writeBlocks(Connection connection, String root, List<Fingerprint> blocks) throws SQLException {
        for (int i = 0; i < blocks.size(); i++) {
            insert(
                    connection,
                    "INSERT INTO fingerprint_block VALUES (?, ?, ?)",
                    root,
                    i,
                    blocks.get(i).bytes());
        }
    }

    static RunRecord read(Connection connection) throws SQLException {
        ScenarioText scenario = new ScenarioText(scenarioName(connection), files(connection), overrides(connection));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT seed, from_day, to_day, product_version, rule_revision, data_fingerprint,"
                                + " findings_fingerprint FROM run_record")) {
            requireRow(row);
            String revision = row.getString("rule_revision");
            RunOrigin origin = new RunOrigin(
                    scenario,
                    revision == null ? Optional.empty() : Optional.of(RuleTexts.read(connection, revision)),
                    row.getLong("seed"),
                    LocalDate.ofEpochDay(row.getLong("from_day")),
                    LocalDate.ofEpochDay(row.getLong("to_day")),
                    row.getString("product_version"));
            Fingerprint fingerprint = Fingerprint.ofBytes(row.getBytes("data_fingerprint"));
            Optional<Fingerprint> findings =
                    Optional.ofNullable(row.getBytes("findings_fingerprint")).map(Fingerprint::ofBytes);
            return new RunRecord(
                    origin, counts(connection), usersByProfile(connection), looks(connection), fingerprint, findings);
        }
    }

    private static String scenarioName(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT scenario FROM run_record")) {
            requireRow(row);
            return row.getString("scenario");
        }
    }

    private static void requireRow(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new SQLException("it has no run record");
        }
    }

    private static Map<String, String> files(Connection connection) throws SQLException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT path, content FROM scenario_file")) {
            while (rows.next()) {
                files.put(rows.getString("path"), rows.getString("content"));
            }
        }
        return files;
    }

    private static List<String> overrides(Connection connection) throws SQLException {
        List<String> overrides = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT setting FROM scenario_override ORDER BY position")) {
            while (rows.next()) {
                overrides.add(rows.getString("setting"));
            }
        }
        return overrides;
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, row_count FROM table_count")) {
            while (rows.next()) {
                counts.put(rows.getString("name"), rows.getLong("row_count"));
            }
        }
        return counts;
    }

    private static Map<String, Integer> usersByProfile(Connection connection) throws SQLException {
        Map<String, Integer> users = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT profile, users FROM profile_count ORDER BY position")) {
            while (rows.next()) {
                users.put(rows.getString("profile"), rows.getInt("users"));
            }
        }
        return users;
    }

    private static List<LocalDate> looks(Connection connection) throws SQLException {
        return new RowQuery(connection)
                .rows("SELECT day FROM look_day ORDER BY day", row -> LocalDate.ofEpochDay(row.getLong(1)));
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
