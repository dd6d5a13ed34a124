package dev.spendsense.dataset.pages;

import dev.spendsense.dataset.pages.TableLayout.Column;
import dev.spendsense.dataset.pages.TableLayout.Kind;
import java.io.IOException;
import java.util.List;

/**
 * Takes the rows of one table, each value by value in the order of {@link #order()}, then {@link #endRow}. What the table
 * declares is kept: a value that SQLite would convert before storing, or refuse, is refused, and so is a row whose key is
 * not greater than all before, which makes keys unique.
 */
public final class TableRows {

    private final TableLayout table;
    private final Btree tree;
    private final Kind[] kinds;
    private final boolean[] optional;
    private final int keys;
    private final Record record = new Record();
    private long[] key;
    private long[] lastKey;
    private boolean first = true;
    private int column;

    TableRows(TableLayout table, Btree tree) {
        this.table = table;
        this.tree = tree;
        List<Column> columns = table.columns();
        kinds = columns.stream().map(Column::kind).toArray(Kind[]::new);
        optional = new boolean[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            optional[i] = columns.get(i).optional();
        }
        keys = (int) columns.stream()
                .filter(each -> each.kind() == Kind.KEY || each.kind() == Kind.ROWID)
                .count();
        key = new long[keys];
        lastKey = new long[keys];
    }

    /** For each value of a row, as it has to come, the position of its column as it is declared, from 0. */
    public int[] order() {
        return table.columns().stream().mapToInt(Column::position).toArray();
    }

    /** Puts no value. */
    public void nothing() {
        if (column >= kinds.length || !optional[column]) {
            throw refused("nothing");
        }
        record.nothing();
        column++;
    }

    /** Puts a whole number. */
    public void integer(long value) {
        switch (kind("an integer")) {
            case ROWID -> {
                key[0] = value;
                record.nothing(); // it stands before the record
            }
            case KEY -> {
                key[column] = value;
                record.integer(value);
            }
            case INTEGER, ANY -> record.integer(value);
            default -> throw refused("an integer");
        }
        column++;
    }

    /** Puts a real number, or nothing if it is NaN. */
    public void real(double value) {
        if (Double.isNaN(value)) {
            nothing();
            return;
        }
        switch (kind("a real number")) {
            case REAL_OR_WHOLE -> record.realOrWhole(value);
            case REAL -> record.real(value + 0.0); // no -0.0, which SQLite makes a 0.0 of
            case ANY -> record.real(value);
            default -> throw refused("a real number");
        }
        column++;
    }

    /** Puts a text. */
    public void text(String value) {
        Kind kind = kind("a text");
        if (kind != Kind.TEXT && kind != Kind.ANY) {
            throw refused("a text");
        }
        record.text(value);
        column++;
    }

    /** Puts bytes. */
    public void blob(byte[] value) {
        Kind kind = kind("bytes");
        if (kind == Kind.ROWID || kind == Kind.KEY) {
            throw refused("bytes");
        }
        record.blob(value);
        column++;
    }

    private Kind kind(String value) {
        if (column >= kinds.length) {
            throw refused(value);
        }
        return kinds[column];
    }

    private IllegalArgumentException refused(String value) {
        String place = column < kinds.length
                ? "the column " + table.columns().get(column).name()
                : "a row of " + kinds.length + " values already";
        return new IllegalArgumentException("the table " + table.name() + " takes not " + value + " in " + place);
    }

    /**
     * Adds the row.
     *
     * @throws IllegalArgumentException when values are missing or its key does not come after all before
     * @throws IOException when the disk is full or fails
     */
    public void endRow() throws IOException {
        if (column < kinds.length) {
            throw new IllegalArgumentException("a row of the table " + table.name() + " ends before the column "
                    + table.columns().get(column).name());
        }
        requireGreaterKey();
        if (table.byRowid()) {
            tree.add(key[0], record);
        } else {
            tree.add(record);
        }
        long[] spare = lastKey;
        lastKey = key;
        key = spare;
        first = false;
        column = 0;
        record.clear();
    }

    private void requireGreaterKey() {
        for (int i = 0; i < keys; i++) {
            if (first || key[i] > lastKey[i]) {
                return;
            }
            if (key[i] < lastKey[i]) {
                break;
            }
        }
        throw new IllegalArgumentException(
                "rows of the table " + table.name() + " are not in the order of different keys");
    }

    void complete() throws IOException {
        tree.complete();
    }
}
