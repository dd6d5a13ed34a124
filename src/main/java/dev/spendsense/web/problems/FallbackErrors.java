package dev.spendsense.web.problems;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers where the server was told to send an error, or something failed outside of the controllers. */
@Hidden
@Controller
class FallbackErrors implements ErrorController {

    private final ProblemWriter writer;
    private final Incidents incidents;

    FallbackErrors(ProblemWriter writer, Incidents incidents) {
        this.writer = writer;
        this.incidents = incidents;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(problem(request), request, response);
    }

    private Problem problem(HttpServletRequest request) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable unforeseen) {
            return incidents.record(unforeseen, request);
        }
        int status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(404);
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(each -> each.status().value() == status && each != ProblemType.INVALID_FIELD)
                .findFirst()
                .orElse(status < 500 ? ProblemType.REFUSED_REQUEST : ProblemType.INTERNAL);
        return Problem.of(type, type.title());
    }
}
