package dev.spendsense.web.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.AdviceReview;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.web.users.Verdicts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells who reads a user's advice what was decided about it. */
@Component
final class ReviewVerdicts implements Verdicts {

    private final Reviews reviews;

    ReviewVerdicts(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<Verdict> on(String dataset, List<RecommendationId> advice) {
        return reviews.with(
                dataset,
                (served, review) -> review.given(advice).stream()
                        .map(ReviewVerdicts::verdict)
                        .toList());
    }

    private static Verdict verdict(AdviceReview review) {
        Entry decision = review.decision().orElse(null);
        return new Verdict(
                review.status().label(),
                review.version(),
                review.severity().orElse(null),
                decision == null ? null : decision.actor().name(),
                decision == null ? null : decision.at(),
                review.carriedOn(),
                review.title()
                        .map(title -> new OtherWords(title, review.body().orElse("")))
                        .orElse(null));
    }
}
