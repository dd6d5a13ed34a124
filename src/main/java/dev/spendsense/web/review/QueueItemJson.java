package dev.spendsense.web.review;

import dev.spendsense.review.AdviceReview;
import dev.spendsense.review.QueueItem;
import dev.spendsense.review.audit.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A piece of advice in the review queue.
 *
 * @param persona the persona it is given for, with its rank and confidence
 * @param rules names of the rules that write such advice for that persona: one, unless several do
 * @param contentPriority of the content, 1 for the most pressing
 * @param points how urgent it is to look at, 0 to 100
 * @param priority name of the band of those points
 * @param entered since when the looks give it
 * @param ageDays from then to the last day of the scenario
 * @param version to be sent back with a decision
 * @param severity of its flag; missing without one
 * @param decision number of the entry that gave the status; missing while it is pending
 * @param carriedOn whether that was decided on an earlier dataset of this name
 */
record QueueItemJson(
        String recommendationId,
        String userId,
        String code,
        String kind,
        String persona,
        int rank,
        double confidence,
        List<String> rules,
        int contentPriority,
        double points,
        String priority,
        LocalDate entered,
        long ageDays,
        String status,
        long version,
        String severity,
        Long decision,
        String decidedBy,
        Instant decidedAt,
        boolean carriedOn) {

    static QueueItemJson of(QueueItem item) {
        AdviceReview review = item.review();
        Entry decision = review.decision().orElse(null);
        return new QueueItemJson(
                item.id().toString(),
                item.id().userId(),
                item.id().code(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.persona(),
                item.rank(),
                item.confidence(),
                item.rules(),
                item.contentPriority(),
                Math.rint(item.points() * 100) / 100,
                item.band(),
                item.entered(),
                item.ageDays(),
                review.status().label(),
                review.version(),
                review.severity().orElse(null),
                decision == null ? null : decision.sequence(),
                decision == null ? null : decision.actor().name(),
                decision == null ? null : decision.at(),
                review.carriedOn());
    }
}
