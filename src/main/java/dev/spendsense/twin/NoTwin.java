package dev.spendsense.twin;

/** A user cannot have a twin of the kind that was asked for; the message says why and what is possible. */
public final class NoTwin extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoTwin(String message) {
        super(message);
    }
}
