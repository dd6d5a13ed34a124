package dev.spendsense.scenario;

import java.time.LocalDate;

/**
 * The days that are simulated.
 *
 * @param end last day, included
 * @param days how many, at least 1
 */
public record Period(LocalDate end, int days) {

    /** First day, included. */
    public LocalDate from() {
        return end.minusDays(days - 1L);
    }
}
