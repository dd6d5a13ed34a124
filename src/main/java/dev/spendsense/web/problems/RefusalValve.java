package dev.spendsense.web.problems;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;

/** Answers requests that are so malformed that the server refuses them before anything of the service sees them. */
public final class RefusalValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = response.getStatus() < 500 ? ProblemType.REFUSED_REQUEST : ProblemType.INTERNAL;
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("utf-8");
            Writer out = response.getReporter();
            if (out != null) {
                out.write("{\"type\":\"" + type.uri() + "\",\"title\":\"" + type.title() + "\",\"status\":"
                        + response.getStatus() + "}");
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // whoever asked has gone
        }
    }
}
