package dev.spendsense.truth;

import java.time.LocalDate;

/**
 * A stretch of a customer's life in which one planted profile holds.
 *
 * @param profile name of the profile
 * @param from first day
 * @param to last day, included
 * @param cause what brought it about: {@link #FROM_THE_START} for how the customer began, else the name of an event
 * @param intensity how pronounced it is, above 0 (hardly to be told from a balanced life) to 1 (textbook)
 */
public record Episode(String profile, LocalDate from, LocalDate to, String cause, double intensity) {

    /** The cause of what holds from the first day on. */
    public static final String FROM_THE_START = "profile";

    /** Whether the profile holds on a day. */
    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The same stretch, ended by a day at the latest, which is not before its first. */
    Episode until(LocalDate day) {
        return to.isAfter(day) ? new Episode(profile, from, day, cause, intensity) : this;
    }
}
