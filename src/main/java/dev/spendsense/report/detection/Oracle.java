package dev.spendsense.report.detection;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who is told the truth of every day, but must judge from the window that a persona's definition turns on, as
 * rules must: a profile is there once it holds on more than half of the window's days, and gone once it does not. Where a
 * profile shows so strongly that part of a window suffices, rules can be sooner.
 *
 * @param windowDays length of the window
 * @param stretches in which the profile holds
 */
record Oracle(int windowDays, List<Stretch> stretches) {

    boolean says(LocalDate asOf) {
        long days = stretches.stream()
                .mapToLong(stretch -> stretch.daysWithin(asOf, windowDays))
                .sum();
        return 2 * days > windowDays;
    }
}
