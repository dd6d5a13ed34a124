package dev.spendsense.web.problems;

import dev.spendsense.scenario.InvalidScenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Something is wrong with what was asked, or with what it was asked about; answered as problem details (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_VALUE = 200;

    private final ProblemType type;
    private transient HttpStatusCode status;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient HttpHeaders headers = new HttpHeaders();

    private Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
        this.status = type.status();
    }

    /** @param detail what is wrong this time, for a person; without secrets, as it is sent */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail);
    }

    /** A scenario has faults. */
    public static Problem of(InvalidScenario invalid) {
        int faults = invalid.faults().size();
        return of(
                        ProblemType.INVALID_SCENARIO,
                        (faults == 1 ? "a fault: " : faults + " faults; the first: ")
                                + invalid.faults().get(0))
                .with("faults", invalid.faults());
    }

    /** A field of the body, or a parameter, is wrong. */
    public static Problem field(String field, Object value, String expected) {
        String shown = String.valueOf(value);
        String brief = shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown;
        return of(ProblemType.INVALID_FIELD, field + ": " + brief + "; expected " + expected)
                .with("field", field)
                .with("value", value == null ? null : brief)
                .with("expected", expected);
    }

    /** Adds a member; its name is part of the interface and in snake case. A null is left out. */
    public Problem with(String member, Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    /** Answers with another status than the type's own. */
    public Problem status(HttpStatusCode other) {
        status = other;
        return this;
    }

    HttpStatusCode status() {
        return status;
    }

    /** Adds a header to the answer. */
    public Problem header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** The further members, in the order in which they were added. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    HttpHeaders headers() {
        return headers;
    }

    /** What is answered, without the path. */
    public ProblemDetail detail() {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, getMessage());
        detail.setType(type.uri());
        detail.setTitle(type.title());
        members.forEach(detail::setProperty);
        return detail;
    }
}
