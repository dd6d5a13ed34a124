package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Inserts the rows of one table: 50 a statement, then the rest one by one. */
final class TableWriter implements AutoCloseable {

    /** Fewer cost more calls; more gain nothing. */
    private static final int ROWS_A_STATEMENT = 50;

    private final Table table;
    private final Table.Cell[] columns;
    private final PreparedStatement many;
    private final PreparedStatement one;
    private long written;

    TableWriter(Connection connection, Table table) throws SQLException {
        this.table = table;
        this.columns = table.columns().toArray(Table.Cell[]::new);
        this.many = connection.prepareStatement(table.insert(ROWS_A_STATEMENT));
        this.one = connection.prepareStatement(table.insert(1));
    }

    /**
     * Inserts a block's rows.
     *
     * @param merchantCodes codes of the block's merchants by their position in the block
     */
    void write(UserBlock block, int[] merchantCodes) throws SQLException {
        int rows = block.rows(table).count();
        int row = 0;
        for (; row + ROWS_A_STATEMENT <= rows; row += ROWS_A_STATEMENT) {
            insert(many, block, row, ROWS_A_STATEMENT, merchantCodes);
        }
        for (; row < rows; row++) {
            insert(one, block, row, 1, merchantCodes);
        }
        written += rows;
    }

    long written() {
        return written;
    }

    private void insert(PreparedStatement statement, UserBlock block, int firstRow, int rows, int[] merchantCodes)
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
                    case MERCHANT -> statement.setInt(parameter, merchantCodes[(int) value]);
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

    @Override
    public void close() throws SQLException {
        many.close();
        one.close();
    }
}
