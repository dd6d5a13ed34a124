package dev.spendsense.review;

import java.util.Locale;

/** What the review queue can be filtered and counted by. */
public enum QueueFacet {
    STATUS,
    /** Band of the points, by the name that the terms give it. */
    PRIORITY,
    PERSONA,
    CODE,
    KIND,
    SEVERITY,
    /** Name of a rule that writes such advice for that persona. */
    RULE;

    /** As it is shown: {@code status}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
