package dev.spendsense.web.runs;

import dev.spendsense.queue.QueueFailure;
import dev.spendsense.queue.RefusedRun;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the queue refuses, as problem details. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = RunProblems.class)
final class RunProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedRun refused) {
        Problem problem = Problem.of(ProblemType.valueOf(refused.reason().name()), refused.getMessage())
                .with("field", refused.field().isEmpty() ? null : refused.field());
        if (refused.reason() == RefusedRun.Reason.UNKNOWN_SCENARIO) {
            problem.status(HttpStatus.UNPROCESSABLE_CONTENT); // the path is that of the runs
        }
        return answer(problem, refused.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidScenario invalid) {
        return answer(Problem.of(invalid), Optional.empty());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> crowded(TooManyStreams many) {
        return answer(Problem.of(ProblemType.TOO_MANY_FOLLOWERS, many.getMessage()), Optional.of(many.retryAfter()));
    }

    /** The disk is full, or worse. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(QueueFailure failure) {
        return answer(Problem.of(ProblemType.NOT_KEPT, failure.getMessage()), Optional.empty());
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, Optional<Duration> retryAfter) {
        ProblemDetail detail = problem.detail();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(detail.getStatus());
        retryAfter.ifPresent(
                time -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, time.toSeconds()))));
        return answer.body(detail);
    }
}
