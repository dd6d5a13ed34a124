package dev.spendsense.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which advice is asked for, and in what order.
 *
 * @param chosen for each facet the values of which advice has to have one; a facet that is absent does not matter
 * @param userId whose advice; empty for everybody's
 * @param sort the order
 * @param reversed whether it is turned round
 */
public record QueueQuery(
        Map<QueueFacet, Set<String>> chosen, Optional<String> userId, QueueSort sort, boolean reversed) {

    /** Everything, the most urgent first. */
    public static final QueueQuery ALL = new QueueQuery(Map.of(), Optional.empty(), QueueSort.PRIORITY, false);

    public QueueQuery {
        Map<QueueFacet, Set<String>> copy = new EnumMap<>(QueueFacet.class);
        chosen.forEach((facet, values) -> copy.put(facet, Set.copyOf(values)));
        chosen = Map.copyOf(copy);
    }

    /** The same with the values that one facet has to have. */
    public QueueQuery with(QueueFacet facet, Set<String> values) {
        Map<QueueFacet, Set<String>> more = new EnumMap<>(QueueFacet.class);
        more.putAll(chosen);
        more.put(facet, values);
        return new QueueQuery(more, userId, sort, reversed);
    }
}
