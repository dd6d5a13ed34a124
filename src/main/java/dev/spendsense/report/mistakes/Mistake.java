package dev.spendsense.report.mistakes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A persona that was assigned with confidence and was not true.
 *
 * @param dataset number of the dataset in the report, from 0
 * @param userId the customer
 * @param asOf the look; of several, the one with the most confidence
 * @param persona what was assigned
 * @param rank 1 for the foremost
 * @param confidence 0 to 1
 * @param heldUntil the last day before on which it had been true; empty when it never had
 * @param misled the evidence that spoke most for it; empty when the persona was assigned for want of others
 * @param truths what was true instead
 */
public record Mistake(
        int dataset,
        String userId,
        LocalDate asOf,
        String persona,
        int rank,
        double confidence,
        Optional<LocalDate> heldUntil,
        List<Clue> misled,
        List<TrueProfile> truths) {

    public Mistake {
        misled = List.copyOf(misled);
        truths = List.copyOf(truths);
    }
}
