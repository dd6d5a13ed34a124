package dev.spendsense.web.problems;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatusCode;

/** The kinds of problems. Their names are part of the interface. */
public enum ProblemType {
    INVALID_FIELD(
            400,
            "A field is wrong",
            "`field` is the field or parameter at fault, `value` what it was, `expected` what it should be."),
    MALFORMED_BODY(400, "The body cannot be read", "`line` and `column` say where, when that is known."),
    REFUSED_REQUEST(
            400, "The request is malformed", "Its path, headers or encoding are none that an honest client sends."),
    NOT_SIGNED_IN(401, "Nobody is signed in", "Send `Authorization: Bearer TOKEN`, or sign in for a session."),
    ROLE_MISSING(
            403,
            "The role is not enough",
            "`needs` is the role that it takes. Roles are viewer, operator, analyst and admin; each may also do what those "
                    + "before it may."),
    CSRF(
            403,
            "The session's counter-token is missing",
            "With a session, send the value of the cookie XSRF-TOKEN as header X-XSRF-TOKEN."),
    DRAFTS_REFUSED(
            403, "Drafts of rules are not taken here", "Start the service with --accept-drafts, or leave `draft` out."),
    NO_CONSENT(403, "The user does not consent", "Nothing that was found about them is told to anybody."),
    NOT_FOUND(404, "There is nothing here", "No resource has this path."),
    UNKNOWN_DATASET(
            404,
            "There is no such dataset",
            "`dataset` is the name; `GET /api/v1/datasets` lists those that there are."),
    UNKNOWN_SCENARIO(
            404,
            "There is no such scenario",
            "`GET /api/v1/scenarios` lists those that there are. 422 where a request names it."),
    UNKNOWN_REVISION(
            404,
            "There is no such revision of the rules",
            "`revision` is what was asked for; `GET /api/v1/rules/revisions` lists those that were kept."),
    UNKNOWN_RULE_FILE(
            404,
            "There is no such file of the rules",
            "`path` is what was asked for; `GET /api/v1/rules/files` lists those that there are."),
    UNKNOWN_TRIAL(404, "There is no such trial", "It was never asked for, or is forgotten by now."),
    UNKNOWN_RUN(404, "There is no such run", "It was never ordered, or is forgotten by now."),
    METHOD_NOT_ALLOWED(405, "The method is not for this resource", "The header Allow lists those that are."),
    NOT_ACCEPTABLE(406, "None of the accepted formats is available", "Ask for application/json."),
    DATASET_EXISTS(409, "There is a dataset of that name", "Name another one, or have it replaced."),
    DATASET_CHANGED(409, "The dataset is not the one that was meant", "Another one has taken its name since."),
    KEY_REUSED(409, "The key was used for another request", "An Idempotency-Key is for one request only."),
    ENDED(409, "The run is over", "It cannot be cancelled any more."),
    NOT_ENDED(409, "The run is not over", "Cancel it first."),
    UNUSABLE_RULES(409, "The dataset's rules cannot be used", "Another version of the program has kept them."),
    NOT_JUDGED(409, "No rules have judged the dataset", "There is nothing to measure."),
    STALE(
            412,
            "It was changed in the meantime",
            "`current` is the tag of what is there now: read it again, and decide again."),
    BODY_TOO_LARGE(413, "The body is too large", "`largest_bytes` is how large it may be."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's format is not understood", "The header Accept lists those that are."),
    MISDIRECTED(
            421,
            "The request names another host",
            "A service on loopback answers to localhost, 127.0.0.1, [::1] and the names in `spendsense.hosts`."),
    INVALID_SCENARIO(
            422,
            "The scenario has faults",
            "`faults` has all of them, each with file, line, column, field, value and what was expected."),
    TOO_LARGE(422, "More than this server takes on", "`field` is what asks for too much."),
    IMPOSSIBLE_NAME(422, "Nothing can be called so", "`field` is where the name stands."),
    NO_TWIN(422, "The user cannot have such a twin", "The change leaves nothing to compare."),
    HELD_BACK(
            422,
            "The text is held back",
            "It does not pass what rule-written advice has to pass; `field` is the one at fault."),
    RULES_REFUSED(
            422,
            "The rules are not fit to judge",
            "`check` has everything that is wrong with them, `tested` the cases that are not as expected."),
    RULES_TOO_DEAR(
            422,
            "The rules take more time or memory than a trial may",
            "`deadline_seconds` and `heap` are what it may take. The service goes on."),
    IF_MATCH_MISSING(428, "It takes If-Match", "`current` is the tag of what is there now."),
    QUEUE_FULL(429, "As many runs wait as may", "The header Retry-After says when to ask again."),
    TRIALS_FULL(429, "As many trials of rules wait as may", "The header Retry-After says when to ask again."),
    TOO_MANY_FOLLOWERS(429, "As many clients follow runs as may", "Ask for the run itself, or later: see Retry-After."),
    INTERNAL(500, "Something went wrong inside", "It is logged under the number in `incident`."),
    DAMAGED_DATASET(503, "The dataset is damaged", "`dataset` is its name. The others are served."),
    CLOSING(503, "The service is ending", "Ask again when it is back."),
    NOT_READY(503, "Not yet", "The header Retry-After says when to ask again."),
    NOT_KEPT(507, "It could not be kept", "The disk is full or has failed. What was kept before is whole.");

    private final HttpStatusCode status;
    private final String title;
    private final String description;

    ProblemType(int status, String title, String description) {
        this.status = HttpStatusCode.valueOf(status);
        this.title = title;
        this.description = description;
    }

    /** The status that it is answered with, if nothing else is said. */
    public HttpStatusCode status() {
        return status;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What its members mean, and what to do. */
    public String description() {
        return description;
    }

    /** Its last part in the address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is called in answers: where it is described, relative to the service. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }
}
