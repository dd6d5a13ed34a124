package dev.spendsense.scenario;

/**
 * A user's place in a population. All randomness of a user is named by it, so that whoever sits there in another mix of
 * profiles is the same person.
 *
 * @param profile how the user begins
 * @param ordinal which one of the profile's users, from 0
 */
public record Seat(Profile profile, int ordinal) {}
