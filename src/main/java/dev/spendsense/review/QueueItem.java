package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * A piece of advice in the review queue.
 *
 * @param id which
 * @param kind education or offer
 * @param persona the persona it is given for
 * @param rank of that persona, from 1; 0 when the user does not have it
 * @param confidence of that persona, 0 to 1
 * @param rules names of the rules that write such advice for that persona: one, unless several do
 * @param contentPriority of the content, 1 for the most pressing
 * @param points how urgent it is, see {@link Priority}
 * @param band name of the band that the points are in
 * @param entered date of the first of the looks in a row that gave it
 * @param ageDays days from then to the last day of the scenario
 * @param review what was decided about it
 */
public record QueueItem(
        RecommendationId id,
        Kind kind,
        String persona,
        int rank,
        double confidence,
        List<String> rules,
        int contentPriority,
        double points,
        String band,
        LocalDate entered,
        long ageDays,
        AdviceReview review) {}
