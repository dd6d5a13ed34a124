package dev.spendsense.simulation;

import java.time.LocalDate;

/**
 * A simulated day.
 *
 * @param number days since the start of the period, from 0
 * @param date the date
 * @param dayOfMonth 1 to 31
 * @param weekday 0 for Monday to 6 for Sunday
 * @param lastOfMonth whether the month ends with it
 */
record Day(int number, LocalDate date, int dayOfMonth, int weekday, boolean lastOfMonth) {

    static Day of(int number, LocalDate date) {
        return new Day(
                number,
                date,
                date.getDayOfMonth(),
                date.getDayOfWeek().getValue() - 1,
                date.getDayOfMonth() == date.lengthOfMonth());
    }
}
