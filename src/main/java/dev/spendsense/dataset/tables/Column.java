package dev.spendsense.dataset.tables;

import java.util.function.BiConsumer;

/**
 * A column of a public table.
 *
 * @param <R> what a row of the table is made from
 */
public final class Column<R> {

    private final String name;
    private final ColumnType type;
    private final boolean optional;
    private final BiConsumer<R, Cells> value;

    Column(String name, ColumnType type, boolean optional, BiConsumer<R, Cells> value) {
        this.name = name;
        this.type = type;
        this.optional = optional;
        this.value = value;
    }

    /** The name in every format. */
    public String name() {
        return name;
    }

    public ColumnType type() {
        return type;
    }

    /** Whether a row may have no value here. */
    public boolean optional() {
        return optional;
    }

    void write(R row, Cells cells) {
        value.accept(row, cells);
    }

    @Override
    public String toString() {
        return name + " " + type + (optional ? "?" : "");
    }
}
