package dev.spendsense.report.detection;

import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Time without a gap in which a planted profile holds, whatever its causes and intensities.
 *
 * @param profile name
 * @param from first day
 * @param to last day, included
 */
record Stretch(String profile, LocalDate from, LocalDate to) {

    /** The stretches of a profile in a life, by first day. */
    static List<Stretch> of(GroundTruth truth, String profile) {
        List<Stretch> stretches = new ArrayList<>();
        List<Episode> episodes = truth.episodes().stream()
                .filter(episode -> episode.profile().equals(profile))
                .sorted(Comparator.comparing(Episode::from))
                .toList();
        for (Episode episode : episodes) {
            int last = stretches.size() - 1;
            if (last >= 0 && !episode.from().isAfter(stretches.get(last).to().plusDays(1))) {
                Stretch before = stretches.get(last);
                LocalDate to = episode.to().isAfter(before.to()) ? episode.to() : before.to();
                stretches.set(last, new Stretch(profile, before.from(), to));
            } else {
                stretches.add(new Stretch(profile, episode.from(), episode.to()));
            }
        }
        return stretches;
    }

    boolean holdsOn(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Days of the window that ends with a date in which the profile holds. */
    long daysWithin(LocalDate asOf, int windowDays) {
        LocalDate start = asOf.minusDays(windowDays - 1L);
        LocalDate first = from.isAfter(start) ? from : start;
        LocalDate last = to.isBefore(asOf) ? to : asOf;
        return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    }
}
