package dev.spendsense.web.users;

import dev.spendsense.dataset.RecommendationId;
import java.time.Instant;
import java.util.List;

/** Where to learn what people have decided about advice. Without one, nobody has decided anything. */
public interface Verdicts {

    /**
     * What was decided about some pieces of advice that a dataset gives.
     *
     * @return in the same order
     */
    List<Verdict> on(String dataset, List<RecommendationId> advice);

    /**
     * What was decided about a piece of advice.
     *
     * @param status what has become of it
     * @param version to be sent back with a decision
     * @param severity of its flag; null without one
     * @param decidedBy who gave the status; null while it is pending
     * @param decidedAt when; null while it is pending
     * @param carriedOn whether that was decided on an earlier dataset of this name
     * @param overriding the words that count instead; null unless it is overridden
     */
    record Verdict(
            String status,
            long version,
            String severity,
            String decidedBy,
            Instant decidedAt,
            boolean carriedOn,
            OtherWords overriding) {}

    /** Words that people put in the place of those of the rules. */
    record OtherWords(String title, String body) {}
}
