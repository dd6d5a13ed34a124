package dev.spendsense.queue;

import java.util.Locale;

/** What has become of a run so far. */
public enum RunStatus {
    /** It waits for those before it. */
    QUEUED,
    /** It is being made. */
    RUNNING,
    /** Its dataset is there. */
    COMPLETED,
    /** It could not be made, and its message says why. */
    FAILED,
    /** Somebody did not want it any more. */
    CANCELLED,
    /** The process ended before it did. */
    INTERRUPTED;

    /** Whether nothing will change any more. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
