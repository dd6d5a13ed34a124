package dev.spendsense.web.problems;

import dev.spendsense.review.Refusal;
import dev.spendsense.review.audit.OperationsException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What the review of a dataset refuses, or cannot do, as problems. */
final class ReviewProblems {

    private static final String SECONDS_TO_WAIT = "1";

    private ReviewProblems() {}

    static Optional<Problem> of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return Optional.of(of(refusal));
        }
        if (failure instanceof OperationsException obstacle) {
            return Optional.of(of(obstacle));
        }
        return Optional.empty();
    }

    private static Problem of(Refusal refusal) {
        String field = refusal.field().isEmpty() ? null : refusal.field();
        return switch (refusal.kind()) {
            case UNKNOWN -> Problem.of(ProblemType.NOT_FOUND, refusal.getMessage());
            case STALE -> Problem.of(ProblemType.STALE, refusal.getMessage());
            case INVALID ->
                Problem.of(ProblemType.INVALID_FIELD, refusal.getMessage()).with("field", field);
            case HELD_BACK ->
                Problem.of(ProblemType.HELD_BACK, refusal.getMessage()).with("field", field);
            case NO_CONSENT -> Problem.of(ProblemType.NO_CONSENT, refusal.getMessage());
            case REPLACED ->
                Problem.of(ProblemType.NOT_READY, "the dataset was just replaced: ask again")
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        };
    }

    private static Problem of(OperationsException obstacle) {
        return switch (obstacle.reason()) {
            case BUSY ->
                Problem.of(ProblemType.NOT_READY, "somebody else is just writing: ask again")
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            case NOT_WRITTEN ->
                Problem.of(ProblemType.NOT_KEPT, "it could not be written to the disk; nothing was kept");
            default -> Problem.of(ProblemType.DAMAGED_DATASET, "what was decided about the dataset cannot be read");
        };
    }
}
