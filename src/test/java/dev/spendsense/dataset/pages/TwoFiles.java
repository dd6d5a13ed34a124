package dev.spendsense.dataset.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The same rows in two files: pages of ours, and inserted by SQLite.
 *
 * @param ours the file that {@link BulkLoad} filled
 * @param theirs the file that SQLite filled
 */
record TwoFiles(Path ours, Path theirs) {

    /** A table and its rows, in ascending order of their keys, with their values in the order of the columns. */
    record Filled(String name, String create, List<Object[]> rows) {}

    /** Writes tables both ways. */
    static TwoFiles write(Path folder, int pageSize, List<Filled> tables) throws SQLException, IOException {
        TwoFiles files = new TwoFiles(folder.resolve("ours.db"), folder.resolve("theirs.db"));
        Files.deleteIfExists(files.ours);
        Files.deleteIfExists(files.theirs);
        load(files.ours, create(files.ours, pageSize, tables), tables);
        create(files.theirs, pageSize, tables);
        insert(files.theirs, tables);
        return files;
    }

    /** Has SQLite make the tables, and describes them. */
    static List<TableLayout> create(Path file, int pageSize, List<Filled> tables) throws SQLException {
        List<TableLayout> layouts = new ArrayList<>();
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA page_size = " + pageSize);
            for (Filled table : tables) {
                statement.executeUpdate(table.create);
            }
            for (Filled table : tables) {
                layouts.add(TableLayout.of(connection, table.name));
            }
        }
        return layouts;
    }

    /** Fills the tables row by row in turn, so that their pages are mixed in the file. */
    static void load(Path file, List<TableLayout> layouts, List<Filled> tables) throws IOException {
        int most = tables.stream().mapToInt(table -> table.rows.size()).max().orElse(0);
        try (BulkLoad load = BulkLoad.into(file, layouts)) {
            for (int row = 0; row < most; row++) {
                for (Filled table : tables) {
                    if (row < table.rows.size()) {
                        put(load.rows(table.name), table.rows.get(row));
                    }
                }
            }
            load.complete();
        }
    }

    private static void put(TableRows rows, Object[] values) throws IOException {
        for (int column : rows.order()) {
            Object value = values[column];
            if (value == null) {
                rows.nothing();
            } else if (value instanceof Long number) {
                rows.integer(number);
            } else if (value instanceof Double number) {
                rows.real(number);
            } else if (value instanceof String text) {
                rows.text(text);
            } else {
                rows.blob((byte[]) value);
            }
        }
        rows.endRow();
    }

    private static void insert(Path file, List<Filled> tables) throws SQLException {
        try (Connection connection = open(file)) {
            connection.setAutoCommit(false);
            for (Filled table : tables) {
                if (!table.rows.isEmpty()) {
                    insert(connection, table);
                }
            }
            connection.commit();
        }
    }

    private static void insert(Connection connection, Filled table) throws SQLException {
        int width = table.rows.get(0).length;
        String values = String.join(",", Collections.nCopies(width, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table.name + " VALUES (" + values + ")")) {
            for (Object[] row : table.rows) {
                for (int i = 0; i < width; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.executeUpdate();
            }
        }
    }

    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** Holds ours to theirs: SQLite finds nothing wrong, and gives back the same values of the same types. */
    void compareRows(List<Filled> tables) throws SQLException {
        try (Connection mine = open(ours);
                Connection reference = open(theirs)) {
            assertThat(rows(mine, "PRAGMA integrity_check")).containsExactly("ok");
            for (Filled table : tables) {
                assertThat(stored(mine, table)).as(table.create).isEqualTo(stored(reference, table));
            }
        }
    }

    /** Holds each record of ours to theirs in the bytes that it takes, too. */
    void compare(List<Filled> tables) throws SQLException {
        compareRows(tables);
        try (Connection mine = open(ours);
                Connection reference = open(theirs)) {
            for (Filled table : tables) {
                assertThat(payload(mine, table))
                        .as("bytes of the records of %s", table.name)
                        .isEqualTo(payload(reference, table));
            }
        }
    }

    private static List<String> payload(Connection connection, Filled table) throws SQLException {
        return rows(connection, "SELECT coalesce(sum(payload), 0) FROM dbstat WHERE name = '" + table.name + "'");
    }

    /** All cells with their types, in the order of the key; and again those that are looked for by key. */
    private static List<String> stored(Connection connection, Filled table) throws SQLException {
        List<String> columns = rows(connection, "SELECT name FROM pragma_table_info('" + table.name + "')");
        List<String> asked = new ArrayList<>();
        columns.forEach(column -> asked.add("typeof(" + column + "), " + column));
        List<String> all = rows(connection, "SELECT " + String.join(", ", asked) + " FROM " + table.name);
        all.addAll(rows(connection, "SELECT count(*) FROM " + table.name));
        List<String> keys =
                rows(connection, "SELECT name FROM pragma_table_info('" + table.name + "') WHERE pk > 0 ORDER BY pk");
        List<String> found =
                keys.stream().map(key -> "a." + key + " = b." + key).toList();
        all.addAll(rows(
                connection,
                "SELECT count(*) FROM " + table.name + " AS a CROSS JOIN " + table.name + " AS b ON "
                        + String.join(" AND ", found)));
        return all;
    }

    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int width = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    Object value = row.getObject(i);
                    cells.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
