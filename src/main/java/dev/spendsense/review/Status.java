package dev.spendsense.review;

import dev.spendsense.review.audit.Action;
import java.util.Locale;
import java.util.Optional;

/** What has become of a piece of advice. */
public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    OVERRIDDEN,
    FLAGGED;

    /** As it is shown: {@code pending}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody thinks otherwise than the rules. */
    public boolean disagrees() {
        return this == REJECTED || this == OVERRIDDEN || this == FLAGGED;
    }

    /** The status that an action gives; empty when it gives none. */
    static Optional<Status> after(Action action) {
        return switch (action) {
            case APPROVED -> Optional.of(APPROVED);
            case REJECTED -> Optional.of(REJECTED);
            case OVERRIDDEN -> Optional.of(OVERRIDDEN);
            case FLAGGED -> Optional.of(FLAGGED);
            default -> Optional.empty();
        };
    }
}
