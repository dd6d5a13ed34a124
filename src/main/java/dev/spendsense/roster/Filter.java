package dev.spendsense.roster;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom to find: those who meet all conditions.
 *
 * @param conditions none for everybody
 */
public record Filter(List<Condition> conditions) {

    /** Everybody. */
    public static final Filter EVERYBODY = new Filter(List.of());

    public Filter {
        conditions = List.copyOf(conditions);
    }

    /** Something that a user meets or does not. */
    public sealed interface Condition {}

    /**
     * Has at least one of these values.
     *
     * @param values as the dataset calls them, at least one
     */
    public record AnyOf(Field field, Set<String> values) implements Condition {
        public AnyOf {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }

    /**
     * Has a figure in a range; a user without the figure does not.
     *
     * @param least included
     * @param most included
     */
    public record Between(Figure figure, double least, double most) implements Condition {}

    /** Has this text somewhere in the name or in the identifier; case does not count. */
    public record Matches(String text) implements Condition {}
}
