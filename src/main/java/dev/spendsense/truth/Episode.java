package dev.spendsense.truth;

import java.time.LocalDate;

/**
 * A stretch of a customer's life in which one planted profile holds.
 *
 * @param profile name of the profile in the scenario
 * @param from first day
 * @param to last day, included
 * @param cause what brought it about: {@code profile} for how the customer began, else the name of an event
 */
public record Episode(String profile, LocalDate from, LocalDate to, String cause) {}
