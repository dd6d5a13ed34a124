package dev.spendsense.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One key to sort by.
 *
 * @param column what is compared
 * @param descending whether the greatest comes first; users without a value come last either way
 */
public record SortKey(Column column, boolean descending) {

    /** What users can be sorted by. */
    public enum Column {
        USER_ID,
        NAME,
        REGION,
        AGE,
        ANNUAL_INCOME_CENTS,
        PERSONA,
        CONFIDENCE,
        BEHAVIORS,
        RECOMMENDATIONS;

        /** As parameters call it. */
        public String publicName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Column> named(String name) {
            return Stream.of(values())
                    .filter(column -> column.publicName().equals(name))
                    .findFirst();
        }
    }

    /** As parameters write it: {@code -confidence} for the greatest first. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + column.publicName();
    }
}
