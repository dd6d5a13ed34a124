package dev.spendsense.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of the review queue.
 *
 * @param items in the order that was asked for
 * @param next where the next page begins; empty at the end
 * @param total how many there are in all
 * @param facets for each facet how many there would be of each value, if nothing of that facet were chosen
 * @param revision number of the log's entry up to which decisions are counted
 */
public record QueuePage(
        List<QueueItem> items,
        Optional<String> next,
        int total,
        Map<QueueFacet, Map<String, Integer>> facets,
        long revision) {}
