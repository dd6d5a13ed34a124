package dev.spendsense.web.users;

import dev.spendsense.roster.InvalidSearch;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.twin.NoTwin;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with questions about users, as problem details of RFC 9457. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = UserProblems.class)
class UserProblems {

    /** One parameter that is wrong. */
    record Fault(String field, String value, String expected) {}

    @ExceptionHandler
    ProblemDetail invalidSearch(InvalidSearch invalid) {
        return invalidParameters(invalid.problems().stream()
                .map(problem -> new Fault(problem.parameter(), problem.value(), problem.message()))
                .toList());
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(WrongParameter wrong) {
        return invalidParameters(List.of(new Fault(wrong.parameter(), wrong.value(), wrong.getMessage())));
    }

    private static ProblemDetail invalidParameters(List<Fault> faults) {
        Fault first = faults.get(0);
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                "invalid-field",
                "A field is wrong",
                first.field() + ": " + first.value() + "; " + first.expected());
        problem.setProperty("field", first.field());
        problem.setProperty("value", first.value());
        problem.setProperty("expected", first.expected());
        problem.setProperty("faults", faults);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail noConsent(NoConsent refused) {
        return problem(HttpStatus.FORBIDDEN, "no-consent", "The user does not consent", refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException missing) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noTwin(NoTwin impossible) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "no-twin",
                "The user cannot have such a twin",
                impossible.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalidScenario(InvalidScenario invalid) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-scenario",
                "The scenario would have faults",
                invalid.getMessage());
    }

    @ExceptionHandler
    ProblemDetail brokenRules(BrokenRules broken) {
        return problem(
                HttpStatus.CONFLICT,
                "unusable-rules",
                "This version cannot use the rules that the dataset keeps",
                broken.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(title);
        return problem;
    }
}
