package dev.spendsense.review;

/** Why something cannot be done to a dataset, in words for the person who wanted to. Nothing was changed. */
public final class Refusal extends RuntimeException {

    /** What kind of obstacle it was. */
    public enum Kind {
        /** There is no such user, advice or entry. */
        UNKNOWN,
        /** Somebody else was faster: what was decided about is not as it was seen. */
        STALE,
        /** A value does not fit; the field says which. */
        INVALID,
        /** A guardrail or the checks of content hold the new text back. */
        HELD_BACK,
        /** The user has not given consent, so nothing can be decided about them. */
        NO_CONSENT,
        /** Another dataset has taken the name meanwhile; it has to be opened again. */
        REPLACED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String field;

    Refusal(Kind kind, String message) {
        this(kind, "", message);
    }

    Refusal(Kind kind, String field, String message) {
        super(message);
        this.kind = kind;
        this.field = field;
    }

    public Kind kind() {
        return kind;
    }

    /** The value at fault, for example {@code reason}; empty when it is none. */
    public String field() {
        return field;
    }
}
