package dev.spendsense.queue;

import java.time.Duration;
import java.util.Optional;

/** What was asked of the queue cannot be done, in words for the person who asked. */
public final class RefusedRun extends RuntimeException {

    /** What kind of obstacle it is. */
    public enum Reason {
        /** As many runs wait as may. */
        QUEUE_FULL,
        /** It asks for more than this queue takes on. */
        TOO_LARGE,
        /** There is no scenario of that name. */
        UNKNOWN_SCENARIO,
        /** No scenario or dataset can have that name. */
        IMPOSSIBLE_NAME,
        /** A dataset of that name is there or on its way. */
        DATASET_EXISTS,
        /** The dataset of that name is another's by now. */
        DATASET_CHANGED,
        /** The key was used for another request. */
        KEY_REUSED,
        /** There is no such run. */
        UNKNOWN_RUN,
        /** The run has ended already. */
        ENDED,
        /** The run has not ended yet. */
        NOT_ENDED,
        /** The process is about to end. */
        CLOSING
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String field;
    private final transient Optional<Duration> retryAfter;

    RefusedRun(Reason reason, String field, String message) {
        this(reason, field, message, Optional.empty());
    }

    RefusedRun(Reason reason, String field, String message, Optional<Duration> retryAfter) {
        super(field.isEmpty() ? message : field + ": " + message);
        this.reason = reason;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    static RefusedRun unknown(String id) {
        return new RefusedRun(Reason.UNKNOWN_RUN, "", "there is no run " + id);
    }

    public Reason reason() {
        return reason;
    }

    /** The field of the request that is at fault; empty when none is. */
    public String field() {
        return field;
    }

    /** When it may be worth to ask again; empty when it is not. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
