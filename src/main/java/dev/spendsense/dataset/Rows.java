package dev.spendsense.dataset;

import java.util.Arrays;

/** Rows of one table as numbers, one after another, ready to be written. */
final class Rows {

    /** Stands for no value in an optional column. */
    static final long NOTHING = Long.MIN_VALUE;

    private final int width;
    private long[] cells;
    private int length;

    Rows(int width) {
        this.width = width;
        this.cells = new long[64 * width];
    }

    Rows put(long value) {
        if (length == cells.length) {
            cells = Arrays.copyOf(cells, 2 * length);
        }
        cells[length++] = value;
        return this;
    }

    /** Puts a number with a fraction. */
    Rows real(double value) {
        return put(Double.doubleToLongBits(value));
    }

    int count() {
        return length / width;
    }

    long cell(int index) {
        return cells[index];
    }

    /** Where the next cell goes. */
    int end() {
        return length;
    }

    void set(int index, long value) {
        cells[index] = value;
    }

    /** Whether the cells from one index on are those from another on, which end before a third. */
    boolean sameCells(int one, int other, int end) {
        return Arrays.equals(cells, one, one + end - other, cells, other, end);
    }

    /** Drops the last cells, from an index on. */
    void cutOff(int index) {
        length = index;
    }

    void clear() {
        length = 0;
    }
}
