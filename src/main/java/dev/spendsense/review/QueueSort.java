package dev.spendsense.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the review queue can be sorted by. */
public enum QueueSort {
    /** Flags by severity, the most severe first; then points, the most first. */
    PRIORITY,
    /** Date since when the advice is given, the oldest first. */
    AGE,
    /** Confidence in the persona, the lowest first. */
    CONFIDENCE,
    /** Position of the user in the population. */
    USER;

    /** As it is shown: {@code priority}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of a label. */
    public static Optional<QueueSort> labelled(String label) {
        return Arrays.stream(values())
                .filter(sort -> sort.label().equals(label))
                .findFirst();
    }
}
