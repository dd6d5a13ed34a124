package dev.spendsense.web.rules.trial;

/** A trial has ended without an answer. */
public final class TrialEnded extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The order is wrong; the message says how. */
        REFUSED,
        /** It took too long. */
        DEADLINE,
        /** It took too much memory. */
        MEMORY,
        /** Somebody has cancelled it. */
        CANCELLED,
        /** Its process has died, or failed inside. */
        FAILED
    }

    private final Reason reason;
    private final String field;

    TrialEnded(Reason reason, String field, String message) {
        super(message);
        this.reason = reason;
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    /** The field of the order that is wrong; null when it is none. */
    public String field() {
        return field;
    }
}
