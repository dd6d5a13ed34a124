package dev.spendsense.queue;

import java.util.Optional;
import java.util.Set;

/**
 * Which runs are meant.
 *
 * @param statuses any of these; empty for all
 * @param scenario of this name
 * @param dataset that make a dataset of this name
 * @param requester that this one asked for
 */
public record RunFilter(
        Set<RunStatus> statuses, Optional<String> scenario, Optional<String> dataset, Optional<String> requester) {

    /** All runs. */
    public static final RunFilter ALL = new RunFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public RunFilter {
        statuses = Set.copyOf(statuses);
    }
}
