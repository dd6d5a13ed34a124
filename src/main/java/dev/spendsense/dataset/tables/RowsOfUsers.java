package dev.spendsense.dataset.tables;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The rows of a table, which come user by user. */
final class RowsOfUsers {

    private final Iterator<TableRow> rows;
    private TableRow next;

    RowsOfUsers(Iterator<TableRow> rows) {
        this.rows = rows;
        step();
    }

    boolean hasNext() {
        return next != null;
    }

    TableRow next() {
        TableRow row = next;
        step();
        return row;
    }

    /** The rows that come next, as far as they are a user's. */
    List<TableRow> of(String userId) {
        List<TableRow> own = new ArrayList<>();
        while (next != null && next.text("user_id").equals(userId)) {
            own.add(next());
        }
        return own;
    }

    private void step() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
