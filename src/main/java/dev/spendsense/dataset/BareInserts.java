package dev.spendsense.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The least that writing a dataset's transactions takes by statements: their rows, ready in memory, bound and inserted by a
 * loop that does nothing else, into a table of the same columns in a file that is opened the same way. What the writer of
 * datasets, which writes pages, is measured against; they share no code but the options of the connection.
 */
public final class BareInserts {

    private static final Table TABLE = Table.POSTING;

    /** More gain nothing. */
    private static final int ROWS_A_STATEMENT = 100;

    private final String create;
    private final int columns = TABLE.columns().size();
    private final List<long[]> statements = new ArrayList<>();
    private long rows;

    private BareInserts(String create) {
        this.create = create;
    }

    /**
     * Reads the rows of a dataset into memory, some 72 bytes each.
     *
     * @throws DatasetException when it cannot be read
     */
    public static BareInserts of(Path dataset) {
        try (Connection connection = new SQLiteConfig().createConnection(DatasetFile.url(dataset, "immutable=1"));
                Statement statement = connection.createStatement()) {
            BareInserts inserts;
            try (ResultSet table = statement.executeQuery(
                    "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '" + TABLE.baseName() + "'")) {
                table.next();
                inserts = new BareInserts(table.getString(1));
            }
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + TABLE.baseName())) {
                inserts.read(rows);
            }
            return inserts;
        } catch (SQLException e) {
            throw DatasetException.damaged(dataset, e);
        }
    }

    private void read(ResultSet source) throws SQLException {
        long[] cells = new long[ROWS_A_STATEMENT * columns];
        int filled = 0;
        while (source.next()) {
            for (int column = 1; column <= columns; column++) {
                long value = source.getLong(column);
                cells[filled++] = source.wasNull() ? Rows.NOTHING : value;
            }
            rows++;
            if (filled == cells.length) {
                statements.add(cells.clone());
                filled = 0;
            }
        }
        if (filled > 0) {
            statements.add(Arrays.copyOf(cells, filled));
        }
    }

    /** How many rows there are. */
    public long rows() {
        return rows;
    }

    /**
     * Inserts the rows into a new file, and commits.
     *
     * @param file that is not there yet
     * @throws DatasetException when it cannot be written
     */
    public void into(Path file) {
        try (Connection connection = Schema.openForWriting(file)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(create);
            }
            try (PreparedStatement many = connection.prepareStatement(insertOf(ROWS_A_STATEMENT))) {
                for (long[] cells : statements) {
                    if (cells.length == ROWS_A_STATEMENT * columns) {
                        insert(many, cells);
                    }
                }
            }
            long[] last = statements.isEmpty() ? new long[0] : statements.get(statements.size() - 1);
            if (last.length % (ROWS_A_STATEMENT * columns) != 0) {
                try (PreparedStatement few = connection.prepareStatement(insertOf(last.length / columns))) {
                    insert(few, last);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new DatasetException(DatasetException.Reason.NOT_WRITTEN, "cannot write " + file, e);
        }
    }

    private static String insertOf(int rows) {
        String row = "(" + "?,".repeat(TABLE.columns().size() - 1) + "?)";
        return "INSERT INTO " + TABLE.baseName() + " VALUES " + (row + ",").repeat(rows - 1) + row;
    }

    private static void insert(PreparedStatement statement, long[] cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == Rows.NOTHING) {
                statement.setNull(i + 1, Types.INTEGER);
            } else {
                statement.setLong(i + 1, cells[i]);
            }
        }
        statement.executeUpdate();
    }
}
