package dev.spendsense.exchange;

/** A file that says nothing of any customer; the message says which and why. */
public final class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableFile(String message) {
        super(message);
    }
}
