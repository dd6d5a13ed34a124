package dev.spendsense.bench;

/** Something cannot be measured here; the message says why, and measuring the rest goes on. */
final class NotMeasurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotMeasurable(String message) {
        super(message);
    }
}
