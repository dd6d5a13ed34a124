package dev.spendsense.queue;

/** The queue cannot keep or find what it has to: its file is in use, of another version, damaged, or the disk is full. */
public final class QueueFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueFailure(String message) {
        super(message);
    }

    QueueFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
