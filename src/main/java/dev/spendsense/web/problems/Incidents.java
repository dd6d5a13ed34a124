package dev.spendsense.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs what nobody foresaw under a number, so that what is answered need not say more than that. */
@Component
class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    Problem record(Throwable failure, HttpServletRequest request) {
        String number = UUID.randomUUID().toString();
        LOG.error("incident {}: {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        return Problem.of(ProblemType.INTERNAL, "it is logged as incident " + number)
                .with("incident", number);
    }
}
