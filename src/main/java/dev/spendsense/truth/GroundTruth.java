package dev.spendsense.truth;

import java.util.List;

/**
 * Everything that was planted in one customer.
 *
 * @param userId the customer's public identifier
 * @param episodes by first day; several may hold at once
 */
public record GroundTruth(String userId, List<Episode> episodes) {

    public GroundTruth {
        episodes = List.copyOf(episodes);
    }
}
