package dev.spendsense.review.audit;

import java.nio.file.Path;

/** Why what people do to a dataset could not be kept or read. */
public final class OperationsException extends RuntimeException {

    /** What kind of obstacle it was. */
    public enum Reason {
        /** The file is something else. */
        NOT_OPERATIONS,
        /** The file was written by a later program. */
        NEWER_VERSION,
        /** The file is incomplete or altered. */
        DAMAGED,
        /** Somebody else is writing and does not come to an end. */
        BUSY,
        /** The disk is full or has failed, or the folder cannot be written; nothing was kept. */
        NOT_WRITTEN
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    OperationsException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static OperationsException damaged(Path file, Exception cause) {
        return new OperationsException(Reason.DAMAGED, file + " is damaged: " + cause.getMessage(), cause);
    }

    static OperationsException notWritten(Path file, Exception cause) {
        return new OperationsException(
                Reason.NOT_WRITTEN, "cannot write " + file + ": " + cause.getMessage() + "; nothing was kept", cause);
    }

    public Reason reason() {
        return reason;
    }
}
