package dev.spendsense.dataset;

import java.nio.file.Path;

/** Why a dataset could not be written or read, in words for the person who asked for it. */
public final class DatasetException extends RuntimeException {

    /** What kind of obstacle it was. */
    public enum Reason {
        /** There is a dataset under that name, and nobody asked to replace it. */
        EXISTS,
        /** No dataset can have that name: a folder has it, or runs give such names to files of their own. */
        IMPOSSIBLE_NAME,
        /** Another run is writing to that name. */
        BEING_WRITTEN,
        /** There is no file under that name. */
        MISSING,
        /** The file is something else. */
        NOT_A_DATASET,
        /** The file is a dataset of a version that this product does not read. */
        OTHER_VERSION,
        /** The file is a dataset that is incomplete or altered. */
        DAMAGED,
        /** The disk is full or has failed, or the folder cannot be written. */
        NOT_WRITTEN
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public DatasetException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public DatasetException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static DatasetException damaged(Path file, Exception cause) {
        return new DatasetException(Reason.DAMAGED, file + " is damaged: " + cause.getMessage(), cause);
    }

    public Reason reason() {
        return reason;
    }
}
