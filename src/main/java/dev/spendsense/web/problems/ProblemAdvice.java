package dev.spendsense.web.problems;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.text.NearestName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever a controller, or the way to it, throws into a problem. */
@RestControllerAdvice
class ProblemAdvice {

    private final ProblemWriter writer;
    private final Incidents incidents;

    ProblemAdvice(ProblemWriter writer, Incidents incidents) {
        this.writer = writer;
        this.incidents = incidents;
    }

    /** Who may not is the business of the filters around. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leave(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof AsyncRequestNotUsableException
                || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return; // whoever asked has gone
        }
        writer.write(problem(failure, request), request, response);
    }

    private Problem problem(Throwable failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Problem> known = known(cause, request);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return incidents.record(failure, request);
    }

    private static Optional<Problem> known(Throwable failure, HttpServletRequest request) {
        if (failure instanceof Problem problem) {
            return Optional.of(problem);
        }
        if (failure instanceof InvalidScenario invalid) {
            return Optional.of(Problem.of(invalid));
        }
        if (failure instanceof DatasetException obstacle) {
            return obstacle(obstacle);
        }
        Optional<Problem> ofReview = ReviewProblems.of(failure);
        return ofReview.isPresent() ? ofReview : ofTheWay(failure, request);
    }

    private static Optional<Problem> obstacle(DatasetException obstacle) {
        return switch (obstacle.reason()) {
            case DAMAGED, NOT_A_DATASET, OTHER_VERSION ->
                Optional.of(Problem.of(ProblemType.DAMAGED_DATASET, "the dataset cannot be read any more"));
            case MISSING -> Optional.of(Problem.of(ProblemType.UNKNOWN_DATASET, "the dataset has gone"));
            default -> Optional.empty();
        };
    }

    /** What Spring says on the way to a controller. */
    private static Optional<Problem> ofTheWay(Throwable failure, HttpServletRequest request) {
        Problem problem = null;
        if (failure instanceof NoResourceFoundException) {
            problem = Problem.of(ProblemType.NOT_FOUND, "there is nothing at " + request.getRequestURI());
        } else if (failure instanceof HttpRequestMethodNotSupportedException wrong) {
            String allowed = String.join(
                    ", ", Optional.ofNullable(wrong.getSupportedMethods()).orElse(new String[0]));
            problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, wrong.getMethod() + "; expected " + allowed)
                    .header(HttpHeaders.ALLOW, allowed);
        } else if (failure instanceof HttpMediaTypeNotSupportedException wrong) {
            String accepted = wrong.getSupportedMediaTypes().stream()
                    .map(Object::toString)
                    .distinct()
                    .collect(Collectors.joining(", "));
            problem = Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            Optional.ofNullable(wrong.getContentType())
                                            .map(Object::toString)
                                            .orElse("no Content-Type") + "; expected " + accepted)
                    .header(HttpHeaders.ACCEPT, accepted);
        } else if (failure instanceof HttpMediaTypeNotAcceptableException) {
            problem = Problem.of(ProblemType.NOT_ACCEPTABLE, "expected Accept: application/json");
        } else if (failure instanceof MissingServletRequestParameterException missing) {
            problem = Problem.field(missing.getParameterName(), "nothing", "a value");
        } else if (failure instanceof MissingRequestHeaderException missing) {
            problem = Problem.field(missing.getHeaderName(), "nothing", "a value");
        } else if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            problem = Problem.field(wrong.getName(), wrong.getValue(), expected(wrong));
        } else if (failure instanceof MethodArgumentNotValidException wrong && wrong.getFieldError() != null) {
            problem = Problem.field(
                    wrong.getFieldError().getField(), wrong.getFieldError().getRejectedValue(), "another value");
        } else if (failure instanceof HttpMessageNotReadableException unread) {
            problem = unreadable(unread);
        } else if (failure instanceof MaxUploadSizeExceededException) {
            problem = Problem.of(ProblemType.BODY_TOO_LARGE, "the body is too large");
        }
        return Optional.ofNullable(problem);
    }

    private static String expected(TypeMismatchException wrong) {
        Class<?> type = wrong.getRequiredType();
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date as 2026-01-31";
            default -> "another value";
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException unread) {
        if (unread.getMostSpecificCause() instanceof TooLarge large) {
            return large.problem();
        }
        if (!(unread.getCause() instanceof JacksonException broken)) {
            return Problem.of(ProblemType.MALFORMED_BODY, "the body is missing or cannot be read");
        }
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        String field = path(broken);
        String what = broken.getOriginalMessage() == null
                ? ""
                : broken.getOriginalMessage().lines().findFirst().orElse("");
        // Names of classes are nobody's business.
        String detail = what.contains("dev.spendsense") || what.contains("java.") ? "another value was expected" : what;
        TokenStreamLocation at = broken.getLocation();
        return Problem.of(ProblemType.MALFORMED_BODY, (field.isEmpty() ? "" : field + ": ") + detail)
                .with("field", field.isEmpty() ? null : field)
                .with("line", at == null || at.getLineNr() < 1 ? null : at.getLineNr())
                .with("column", at == null || at.getColumnNr() < 1 ? null : at.getColumnNr());
    }

    private static String path(JacksonException broken) {
        return broken.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static Problem unknownField(UnrecognizedPropertyException unknown) {
        List<String> known = unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        return Problem.field(
                path(unknown),
                "an unknown field",
                NearestName.of(unknown.getPropertyName(), known)
                        .map(nearest -> nearest + " perhaps; known are " + String.join(", ", known))
                        .orElse("one of " + String.join(", ", known)));
    }
}
