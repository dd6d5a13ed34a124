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

    /** What had been planted by the end of a day, by what is known on it: nothing lasts beyond it yet. */
    public GroundTruth until(LocalDate day) {
        return new GroundTruth(
                userId,
                episodes.stream()
                        .filter(episode -> !episode.from().isAfter(day))
                        .map(episode -> episode.until(day))
                        .toList(),
                events.stream()
                        .filter(event -> !event.from().isAfter(day))
                        .map(event -> event.until(day))
                        .toList());
    }
}
