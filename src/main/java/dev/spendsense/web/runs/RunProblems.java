package dev.spendsense.web.runs;

import dev.spendsense.queue.QueueFailure;
import dev.spendsense.queue.RefusedRun;
import dev.spendsense.scenario.InvalidScenario;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the queue refuses, as problem details. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class RunProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedRun refused) {
        HttpStatus status = switch (refused.reason()) {
            case QUEUE_FULL -> HttpStatus.TOO_MANY_REQUESTS;
            case TOO_LARGE, IMPOSSIBLE_NAME, UNKNOWN_SCENARIO -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DATASET_EXISTS, DATASET_CHANGED, KEY_REUSED, ENDED, NOT_ENDED -> HttpStatus.CONFLICT;
            case UNKNOWN_RUN -> HttpStatus.NOT_FOUND;
            case CLOSING -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        String type = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        ProblemDetail problem = problem(status, type, refused.getMessage());
        if (!refused.field().isEmpty()) {
            problem.setProperty("field", refused.field());
        }
        return answer(problem, refused.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidScenario invalid) {
        int faults = invalid.faults().size();
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-scenario",
                faults == 1 ? "the scenario has a fault" : "the scenario has " + faults + " faults");
        problem.setProperty("faults", invalid.faults());
        return answer(problem, Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(WrongParameter wrong) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "wrong-parameter", wrong.getMessage());
        problem.setProperty("field", wrong.field());
        return answer(problem, Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> crowded(TooManyStreams many) {
        return answer(
                problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-followers", many.getMessage()),
                Optional.of(many.retryAfter()));
    }

    /** The disk is full, or worse. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(QueueFailure failure) {
        return answer(problem(HttpStatus.INSUFFICIENT_STORAGE, "not-kept", failure.getMessage()), Optional.empty());
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + type));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, Optional<Duration> retryAfter) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        retryAfter.ifPresent(time -> answer.header("Retry-After", Long.toString(Math.max(1, time.toSeconds()))));
        return answer.body(problem);
    }
}
