package dev.spendsense.workbench.revisions;

/** A revision is not there, or not as it was kept; the message says which, and what there is. */
public final class NoSuchRevision extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRevision(String message) {
        super(message);
    }
}
