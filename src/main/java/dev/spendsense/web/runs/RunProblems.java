package dev.spendsense.web.runs;

import dev.spendsense.queue.QueueFailure;
import dev.spendsense.queue.RefusedRun;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the queue refuses, as problems. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class RunProblems {

    private final ProblemWriter writer;

    RunProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void refused(RefusedRun refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(type(refused.reason()), refused.getMessage());
        if (!refused.field().isEmpty()) {
            problem.with("field", refused.field());
        }
        refused.retryAfter().ifPresent(time -> problem.header(HttpHeaders.RETRY_AFTER, seconds(time)));
        writer.write(problem, request, response);
    }

    private static ProblemType type(RefusedRun.Reason reason) {
        return switch (reason) {
            case QUEUE_FULL -> ProblemType.QUEUE_FULL;
            case TOO_LARGE -> ProblemType.TOO_MUCH_ASKED;
            case IMPOSSIBLE_NAME, UNKNOWN_SCENARIO -> ProblemType.UNUSABLE_NAME;
            case DATASET_EXISTS -> ProblemType.DATASET_EXISTS;
            case DATASET_CHANGED -> ProblemType.DATASET_CHANGED;
            case KEY_REUSED -> ProblemType.KEY_REUSED;
            case ENDED -> ProblemType.RUN_ENDED;
            case NOT_ENDED -> ProblemType.RUN_NOT_ENDED;
            case UNKNOWN_RUN -> ProblemType.UNKNOWN_RUN;
            case CLOSING -> ProblemType.NOT_READY;
        };
    }

    @ExceptionHandler
    void crowded(TooManyStreams many, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(
                Problem.of(ProblemType.TOO_MANY_FOLLOWERS, many.getMessage())
                        .header(HttpHeaders.RETRY_AFTER, seconds(many.retryAfter())),
                request,
                response);
    }

    /** The disk is full, or worse. */
    @ExceptionHandler
    void failed(QueueFailure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(Problem.of(ProblemType.NOT_KEPT, failure.getMessage()), request, response);
    }

    private static String seconds(Duration time) {
        return Long.toString(Math.max(1, time.toSeconds()));
    }
}
