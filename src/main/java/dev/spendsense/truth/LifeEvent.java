package dev.spendsense.truth;

import java.time.LocalDate;

/**
 * Something that befell a customer, whether or not it changed the profile that holds.
 *
 * @param name the event in the scenario, for example {@code job_loss}
 * @param from the day on which it happened
 * @param to the last day on which it lasted, included
 */
public record LifeEvent(String name, LocalDate from, LocalDate to) {

    /** The same event, ended by a day at the latest, which is not before its first. */
    LifeEvent until(LocalDate day) {
        return to.isAfter(day) ? new LifeEvent(name, from, day) : this;
    }
}
