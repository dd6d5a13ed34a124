package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.audit.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What people have decided about a piece of advice.
 *
 * @param id which
 * @param status what has become of it
 * @param version how many entries there are about it; whoever decides says which version was seen
 * @param decision the entry that gave the status; empty while it is pending
 * @param entries all entries about it, oldest first
 * @param carriedOn whether the decision was made on an earlier dataset of this name, whose wording may have differed
 */
public record AdviceReview(
        RecommendationId id,
        Status status,
        long version,
        Optional<Entry> decision,
        List<Entry> entries,
        boolean carriedOn) {

    /** Advice that nobody has looked at. */
    static AdviceReview untouched(RecommendationId id) {
        return new AdviceReview(id, Status.PENDING, 0, Optional.empty(), List.of(), false);
    }

    /** The new heading; empty unless it is overridden. */
    public Optional<String> title() {
        return overriding().map(entry -> entry.detail().orElseThrow().title());
    }

    /** The new text; empty unless it is overridden. */
    public Optional<String> body() {
        return overriding().map(entry -> entry.detail().orElseThrow().body());
    }

    /** How severe the flag is; empty unless it is flagged. */
    public Optional<String> severity() {
        return decision.filter(entry -> status == Status.FLAGGED)
                .map(entry -> entry.detail().orElseThrow().severity());
    }

    private Optional<Entry> overriding() {
        return decision.filter(entry -> status == Status.OVERRIDDEN);
    }
}
