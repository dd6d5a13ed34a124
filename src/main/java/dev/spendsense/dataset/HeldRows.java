package dev.spendsense.dataset;

import java.util.Arrays;

/**
 * One table's findings about one user over several looks. A row that the look before had too, under the same number, is
 * not kept again: the one there is holds for longer. Rows come in the order of their numbers at each look.
 */
final class HeldRows {

    /** Cells of a row: the user, the first and the last day at which it held, then its number or numbers. */
    private static final int FIRST_LOOK = 1;

    private static final int LAST_LOOK = 2;
    private static final int CONTENT = 3;

    private static final int NONE = -1;

    private final Rows rows;
    private final int numbers;
    private int[] before = new int[32];
    private int[] now = new int[32];
    private int heldBefore;
    private int heldNow;
    private int cursor;
    private int underWay = NONE;

    /** @param numbers how many cells number a row within a look */
    HeldRows(Rows rows, int numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    /** Forgets the user of before. */
    void startUser() {
        heldNow = 0;
    }

    void startLook() {
        int[] spare = before;
        before = now;
        heldBefore = heldNow;
        now = spare;
        heldNow = 0;
        cursor = 0;
    }

    /** Begins a row, whose number and content are to be put next. */
    Rows start(int user, long day) {
        settle();
        underWay = rows.end();
        return rows.put(user).put(day).put(day);
    }

    void endLook() {
        settle();
    }

    /** How many rows hold at the latest look. */
    int held() {
        return heldNow;
    }

    /** Keeps the row under way, or the same one of the look before in its place. */
    private void settle() {
        if (underWay == NONE) {
            return;
        }
        int row = underWay;
        underWay = NONE;
        while (cursor < heldBefore && comesBefore(before[cursor], row)) {
            cursor++;
        }
        if (cursor < heldBefore && rows.sameCells(before[cursor] + CONTENT, row + CONTENT, rows.end())) {
            rows.set(before[cursor] + LAST_LOOK, rows.cell(row + FIRST_LOOK));
            rows.cutOff(row);
            row = before[cursor];
        }
        if (heldNow == now.length) {
            now = Arrays.copyOf(now, 2 * heldNow);
        }
        now[heldNow++] = row;
    }

    private boolean comesBefore(int earlier, int row) {
        for (int i = CONTENT; i < CONTENT + numbers; i++) {
            int order = Long.compare(rows.cell(earlier + i), rows.cell(row + i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
