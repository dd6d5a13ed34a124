package dev.spendsense.run;

/** A population cannot be continued as was asked; the message says why. */
public final class NotContinued extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotContinued(String message) {
        super(message);
    }
}
