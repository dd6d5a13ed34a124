package dev.spendsense.roster;

import java.util.List;

/**
 * How many users there are of each value of a field, among those who meet all conditions but those on the field itself.
 *
 * @param field which
 * @param values all that the dataset knows, also those that nobody has
 */
public record Facet(Field field, List<Value> values) {

    public Facet {
        values = List.copyOf(values);
    }

    /**
     * A value.
     *
     * @param name as filters call it
     * @param title as people read it
     * @param users how many have it
     * @param chosen whether the filter asks for it
     */
    public record Value(String name, String title, int users, boolean chosen) {}
}
