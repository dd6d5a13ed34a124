package dev.spendsense.web.review;

import dev.spendsense.findings.Recommendation;
import dev.spendsense.review.AdviceReview;
import dev.spendsense.review.QueueItem;
import dev.spendsense.review.audit.EntryWriter;
import java.util.List;
import java.util.Optional;

/**
 * A piece of advice with what was decided about it.
 *
 * @param item as in the queue; missing when the dataset gives it no more
 * @param given words and rationale of the rules; missing when the dataset gives it no more
 * @param overriding the words that count instead; missing unless it is overridden
 * @param history all entries about it, oldest first
 */
record AdviceJson(
        String recommendationId,
        String status,
        long version,
        QueueItemJson item,
        Words given,
        Words overriding,
        List<EntryWriter.Row> history) {

    /**
     * Words of advice.
     *
     * @param rationale why this user gets it; missing for words that override
     */
    record Words(String title, String body, String rationale, String disclosure) {}

    static AdviceJson of(AdviceReview review, Optional<QueueItem> item, Optional<Recommendation> given) {
        return new AdviceJson(
                review.id().toString(),
                review.status().label(),
                review.version(),
                item.map(QueueItemJson::of).orElse(null),
                given.map(it -> new Words(it.title(), it.body(), it.rationale(), it.disclosure()))
                        .orElse(null),
                review.title()
                        .map(title -> new Words(title, review.body().orElse(""), null, null))
                        .orElse(null),
                review.entries().stream().map(EntryWriter.Row::of).toList());
    }
}
