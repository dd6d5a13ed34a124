package dev.spendsense.truth;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that was planted in one customer.
 *
 * @param userId the customer's public identifier
 * @param episodes by first day; several may hold at once
 * @param events by first day
 */
public record GroundTruth(String userId, List<Episode> episodes, List<LifeEvent> events) {

    public GroundTruth {
        episodes = List.copyOf(episodes);
        events = List.copyOf(events);
    }

    /** The profiles that hold on a day, the one that has held longest first; empty when none does. */
    public List<String> profilesOn(LocalDate date) {
        return episodes.stream()
                .filter(episode -> episode.holdsOn(date))
                .map(Episode::profile)
                .distinct()
                .toList();
    }
}
