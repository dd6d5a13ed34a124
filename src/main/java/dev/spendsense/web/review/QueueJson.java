package dev.spendsense.web.review;

import dev.spendsense.review.QueuePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of the review queue.
 *
 * @param items what is in it
 * @param next the cursor with which it goes on; missing at its end
 * @param total how many there are in all
 * @param facets for each facet how many there would be of each value, if nothing of that facet were chosen
 */
record QueueJson(List<QueueItemJson> items, String next, int total, Map<String, Map<String, Integer>> facets) {

    static QueueJson of(QueuePage page) {
        Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
        page.facets().forEach((facet, counts) -> facets.put(facet.label(), counts));
        return new QueueJson(
                page.items().stream().map(QueueItemJson::of).toList(),
                page.next().orElse(null),
                page.total(),
                facets);
    }
}
