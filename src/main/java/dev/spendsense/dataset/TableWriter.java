package dev.spendsense.dataset;

import dev.spendsense.dataset.pages.TableRows;
import java.io.IOException;

/** Writes the rows of one table. */
final class TableWriter {

    private final Table table;
    private final TableRows rows;
    private final Table.Cell[] cells;
    private final int[] order;
    private long shown;

    /** @param rows takes them */
    TableWriter(Table table, TableRows rows) {
        this.table = table;
        this.rows = rows;
        this.cells = table.columns().toArray(Table.Cell[]::new);
        this.order = rows.order();
    }

    /**
     * Writes a block's rows.
     *
     * @param codes of the block's texts
     */
    void write(UserBlock block, Codes codes) throws IOException {
        Rows source = block.rows(table);
        int end = source.end();
        for (int row = 0; row < end; row += cells.length) {
            for (int column : order) {
                put(cells[column], source.cell(row + column), block, codes);
            }
            rows.endRow();
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

    private void put(Table.Cell cell, long value, UserBlock block, Codes codes) {
        switch (cell) {
            case NUMBER -> rows.integer(value);
            case OPTIONAL -> {
                if (value == Rows.NOTHING) {
                    rows.nothing();
                } else {
                    rows.integer(value);
                }
            }
            case REAL -> rows.real(Double.longBitsToDouble(value));
            case MERCHANT -> rows.integer(codes.merchants[(int) value]);
            case WORD -> rows.integer(codes.words[(int) value]);
            case PHRASE -> {
                int code = codes.phrases[(int) value];
                if (code == Dictionary.NO_CODE) {
                    rows.text(block.phrases().text((int) value));
                } else {
                    rows.integer(code);
                }
            }
            case TEXT -> rows.text((String) block.value(value));
            case BYTES -> rows.blob((byte[]) block.value(value));
        }
    }
}
