package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Inserts the rows of one table: many a statement, then a few, then the rest one by one. */
final class TableWriter implements AutoCloseable {

    /** Rows a statement, the most first. Most tables have only a few rows a block. */
    private static final int[] ROWS = {100, 10, 1};

    private final Table table;
    private final Table.Cell[] columns;
    private final PreparedStatement[] statements = new PreparedStatement[ROWS.length];
    private long shown;

    TableWriter(Connection connection, Table table) throws SQLException {
        this.table = table;
        this.columns = table.columns().toArray(Table.Cell[]::new);
        for (int size = 0; size < ROWS.length; size++) {
            statements[size] = connection.prepareStatement(table.insert(ROWS[size]));
        }
    }

    /**
     * Inserts a block's rows.
     *
     * @param codes of the block's texts
     */
    void write(UserBlock block, Codes codes) throws SQLException {
        int rows = block.rows(table).count();
        int row = 0;
        for (int size = 0; size < ROWS.length; size++) {
            for (; row + ROWS[size] <= rows; row += ROWS[size]) {
                insert(statements[size], block, row, ROWS[size], codes);
            }
        }
        shown += block.shown(table);
    }

    /** How many rows the table's view shows by default. */
    long shown() {
        return shown;
    }

    /**
     * What the texts of a block are coded as, by their position in the block.
     *
     * @param merchants codes of merchants
     * @param words codes of words
     * @param phrases codes of phrases, or {@link Dictionary#NO_CODE}
     */
    record Codes(int[] merchants, int[] words, int[] phrases) {}

    private void insert(PreparedStatement statement, UserBlock block, int firstRow, int rows, Codes codes)
            throws SQLException {
        Rows source = block.rows(table);
        int parameter = 1;
        int cell = firstRow * columns.length;
        for (int row = 0; row < rows; row++) {
            for (Table.Cell column : columns) {
                long value = source.cell(cell++);
                switch (column) {
                    case NUMBER -> statement.setLong(parameter, value);
                    case OPTIONAL -> setOptional(statement, parameter, value);
                    case REAL -> setReal(statement, parameter, Double.longBitsToDouble(value));
                    case MERCHANT -> statement.setInt(parameter, codes.merchants[(int) value]);
                    case WORD -> statement.setInt(parameter, codes.words[(int) value]);
                    case PHRASE ->
                        setPhrase(statement, parameter, codes.phrases[(int) value], block.phrases(), (int) value);
                    case TEXT -> statement.setString(parameter, (String) block.value(value));
                    case BYTES -> statement.setBytes(parameter, (byte[]) block.value(value));
                }
                parameter++;
            }
        }
        statement.executeUpdate();
    }

    private static void setOptional(PreparedStatement statement, int parameter, long value) throws SQLException {
        if (value == Rows.NOTHING) {
            statement.setNull(parameter, Types.INTEGER);
        } else {
            statement.setLong(parameter, value);
        }
    }

    private static void setReal(PreparedStatement statement, int parameter, double value) throws SQLException {
        if (Double.isNaN(value)) {
            statement.setNull(parameter, Types.REAL);
        } else {
            statement.setDouble(parameter, value);
        }
    }

    private static void setPhrase(
            PreparedStatement statement, int parameter, int code, DistinctTexts phrases, int position)
            throws SQLException {
        if (code == Dictionary.NO_CODE) {
            statement.setString(parameter, phrases.text(position));
        } else {
            statement.setInt(parameter, code);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.close();
        }
    }
}
