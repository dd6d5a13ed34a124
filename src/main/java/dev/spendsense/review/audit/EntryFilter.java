package dev.spendsense.review.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for. What is empty does not matter.
 *
 * @param actor who
 * @param action what
 * @param subject the user it concerns
 * @param target recommendation, user or dataset, by its public name
 * @param from first moment, included
 * @param to last moment, not included
 */
public record EntryFilter(
        Optional<String> actor,
        Optional<Action> action,
        Optional<String> subject,
        Optional<String> target,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** All entries. */
    public static final EntryFilter ALL = new EntryFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
