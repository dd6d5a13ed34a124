package dev.spendsense.dataset.tables;

import java.time.LocalDate;
import java.util.List;

/**
 * A row that was read from somewhere. Its values are of {@link String}, {@link Boolean}, {@link Integer}, {@link Double},
 * {@link Long} (cents and basis points) or {@link LocalDate}, or null, in the order of the table's columns.
 *
 * @param table the table it belongs to
 * @param place where it was read, in words for people
 * @param cells its values
 */
public record TableRow(PublicTable<?> table, String place, List<Object> cells) {

    /** A text, which an optional column may lack; null then. */
    String text(String column) {
        return (String) value(column);
    }

    boolean flag(String column) {
        return (Boolean) value(column);
    }

    int count(String column) {
        return (Integer) value(column);
    }

    /** A number; null where an optional column lacks it. */
    Integer optionalCount(String column) {
        return (Integer) value(column);
    }

    /** A number; NaN where an optional column lacks it. */
    double real(String column) {
        Double value = (Double) value(column);
        return value == null ? Double.NaN : value;
    }

    /** Cents or basis points; 0 where an optional column lacks them. */
    long hundredths(String column) {
        Long value = (Long) value(column);
        return value == null ? 0 : value;
    }

    LocalDate date(String column) {
        return (LocalDate) value(column);
    }

    private Object value(String column) {
        List<? extends Column<?>> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return cells.get(i);
            }
        }
        throw new IllegalArgumentException("the table " + table.name() + " has no column " + column);
    }
}
