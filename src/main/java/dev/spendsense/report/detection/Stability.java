package dev.spendsense.report.detection;

import dev.spendsense.report.figures.Clusters;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often the primary persona changes from one look to the next. Each user counts by the time between looks.
 *
 * @param flips changes in all
 * @param years user-years between looks
 * @param perYear flips per user-year; empty with fewer than two looks
 * @param settledDays days since the latest change of a life after which a further flip has no event to explain it
 * @param calmFlips changes in stretches of life that are as calm as that
 * @param calmYears user-years of such stretches
 * @param calmPerYear flips per user-year without an event; empty when there is no calm time between looks
 */
public record Stability(
        int flips,
        double years,
        Optional<Estimate> perYear,
        int settledDays,
        int calmFlips,
        double calmYears,
        Optional<Estimate> calmPerYear) {

    private static final int SETTLED_DAYS = 90;
    private static final double DAYS_A_YEAR = 365.25;

    static Stability of(Study study) {
        int customers = study.subjects().size();
        Clusters all = new Clusters(customers);
        Clusters calm = new Clusters(customers);
        int flips = 0;
        int calmFlips = 0;
        for (int i = 0; i < customers; i++) {
            Subject subject = study.subjects().get(i);
            List<LocalDate> changes = changes(subject);
            for (int j = 1; j < subject.looks().size(); j++) {
                Look before = subject.looks().get(j - 1);
                Look now = subject.looks().get(j);
                int flip = before.primary().equals(now.primary()) ? 0 : 1;
                double years = ChronoUnit.DAYS.between(before.asOf(), now.asOf()) / DAYS_A_YEAR;
                all.add(i, flip, years);
                flips += flip;
                LocalDate unsettled = before.asOf().minusDays(SETTLED_DAYS);
                if (changes.stream().noneMatch(day -> day.isAfter(unsettled) && !day.isAfter(now.asOf()))) {
                    calm.add(i, flip, years);
                    calmFlips += flip;
                }
            }
        }
        return new Stability(flips, all.cases(), all.perTime(), SETTLED_DAYS, calmFlips, calm.cases(), calm.perTime());
    }

    /** Days on which something begins or is over; how the customer began is no change. */
    private static List<LocalDate> changes(Subject subject) {
        List<LocalDate> changes = new ArrayList<>();
        subject.truth().episodes().forEach(episode -> {
            changes.add(episode.from());
            changes.add(episode.to().plusDays(1));
        });
        subject.truth().events().forEach(event -> {
            changes.add(event.from());
            changes.add(event.to().plusDays(1));
        });
        changes.removeIf(day -> !day.isAfter(subject.from()));
        return changes;
    }
}
