package dev.spendsense.dataset.pages;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What has to be known of a table to fill it: where its b-tree begins, and what may be in which column. It is asked of
 * SQLite. What is declared is kept either by {@link TableRows}, or not at all, and then the table is refused.
 *
 * @param name the table's
 * @param root number of the page that its b-tree begins with
 * @param byRowid whether its key is a rowid
 * @param columns in the order in which they are stored: those of the key first where there is no rowid
 */
public record TableLayout(String name, int root, boolean byRowid, List<Column> columns) {

    /** Words for what only SQLite keeps; its own catalogue does not tell all of these. */
    private static final Pattern UNKNOWN =
            Pattern.compile("\\b(CHECK|REFERENCES|GENERATED|AUTOINCREMENT)\\b", Pattern.CASE_INSENSITIVE);

    /** How a column keeps what is put into it. See <a href="https://sqlite.org/datatype3.html">datatypes</a>. */
    enum Kind {
        /** The rowid itself, a whole number. */
        ROWID,
        /** Part of the key of a table without rowids; a whole number. */
        KEY,
        /** Whole numbers. */
        INTEGER,
        /** Real numbers, stored as such. So SQLite does where there is no rowid. */
        REAL,
        /** Real numbers, stored as whole ones where that takes less room. So SQLite does where there is a rowid. */
        REAL_OR_WHOLE,
        /** Texts. */
        TEXT,
        /** Anything, as it comes. */
        ANY
    }

    /**
     * A column.
     *
     * @param position among the columns as they are declared, from 0
     * @param optional whether it may have no value
     */
    record Column(String name, int position, Kind kind, boolean optional) {}

    /**
     * Asks SQLite for the layout of a table that it has committed.
     *
     * @throws SQLException when there is no such table
     * @throws IllegalArgumentException when it declares what is not known here
     */
    public static TableLayout of(Connection connection, String table) throws SQLException {
        Declared declared = new Declared(connection, table);
        declared.requireNone(
                "an index or a trigger",
                "SELECT name FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type <> 'table'");
        declared.requireNone("a hidden column", "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 0");
        declared.requireNone("strict types", "SELECT name FROM pragma_table_list(?) WHERE strict");
        declared.requireNone("a foreign key", "SELECT id FROM pragma_foreign_key_list(?)");
        declared.requireNone("another unique key", "SELECT name FROM pragma_index_list(?) WHERE origin <> 'pk'");
        boolean withoutRowid = declared.has("SELECT name FROM pragma_table_list(?) WHERE wr");
        try (PreparedStatement ask = connection.prepareStatement(
                "SELECT rootpage, sql FROM sqlite_master WHERE type = 'table' AND name = ?")) {
            ask.setString(1, table);
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no table " + table);
                }
                if (UNKNOWN.matcher(row.getString(2)).find()) {
                    throw declared.unknown(UNKNOWN.pattern());
                }
                List<Column> columns = withoutRowid ? declared.keyFirst() : declared.withRowid();
                return new TableLayout(table, row.getInt(1), !withoutRowid, columns);
            }
        }
    }

    /** What is declared of a table. */
    private record Declared(Connection connection, String table) {

        IllegalArgumentException unknown(String what) {
            return new IllegalArgumentException("pages of the table " + table + " cannot be written: it has " + what);
        }

        boolean has(String query) throws SQLException {
            try (PreparedStatement ask = connection.prepareStatement(query)) {
                ask.setString(1, table);
                try (ResultSet row = ask.executeQuery()) {
                    return row.next();
                }
            }
        }

        void requireNone(String what, String query) throws SQLException {
            if (has(query)) {
                throw unknown(what);
            }
        }

        /** SQLite itself lists the columns in the order of storage, as those of the index that such a table is. */
        List<Column> keyFirst() throws SQLException {
            return columns(
                    "SELECT c.name, c.cid, c.type, i.key, c.\"notnull\", i.\"desc\""
                            + " FROM pragma_index_list(?) AS l, pragma_index_xinfo(l.name) AS i, pragma_table_info(?) AS c"
                            + " ON c.cid = i.cid ORDER BY i.seqno",
                    Kind.KEY);
        }

        List<Column> withRowid() throws SQLException {
            requireNone("a key that is not the rowid", "SELECT name FROM pragma_index_list(?)");
            List<Column> columns = columns(
                    "SELECT name, cid, type, pk, \"notnull\", 0 FROM pragma_table_info(?1) WHERE ?2 = ?1 ORDER BY cid",
                    Kind.ROWID);
            if (columns.stream().noneMatch(column -> column.kind == Kind.ROWID)) {
                throw unknown("no column for the rowid");
            }
            return columns;
        }

        private List<Column> columns(String query, Kind key) throws SQLException {
            List<Column> columns = new ArrayList<>();
            try (PreparedStatement ask = connection.prepareStatement(query)) {
                ask.setString(1, table);
                ask.setString(2, table);
                try (ResultSet row = ask.executeQuery()) {
                    while (row.next()) {
                        Kind kind = kind(row.getString(3));
                        boolean isKey = row.getBoolean(4);
                        if (isKey && (kind != Kind.INTEGER || row.getBoolean(6))) {
                            throw unknown("a key that is not of ascending integers");
                        }
                        if (kind == Kind.REAL && key == Kind.ROWID) {
                            kind = Kind.REAL_OR_WHOLE;
                        }
                        columns.add(new Column(
                                row.getString(1), row.getInt(2), isKey ? key : kind, !isKey && !row.getBoolean(5)));
                    }
                }
            }
            return columns;
        }

        /** By the <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">rules of affinity</a>. */
        private Kind kind(String type) {
            String upper = type.toUpperCase(Locale.ROOT);
            if (upper.contains("INT")) {
                return Kind.INTEGER;
            }
            if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
                return Kind.TEXT;
            }
            if (upper.isEmpty() || upper.contains("BLOB")) {
                return Kind.ANY;
            }
            if (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) {
                return Kind.REAL;
            }
            throw unknown("a column of type " + type);
        }
    }
}
