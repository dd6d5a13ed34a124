package dev.spendsense.workbench.revisions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the people who keep a revision say about it.
 *
 * @param at when; to the second
 * @param author who
 * @param note why, in a line; may be empty
 */
public record Remark(Instant at, String author, String note) {

    public Remark {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        note = note.strip().replaceAll("\\s+", " ");
    }
}
