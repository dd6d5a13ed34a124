package dev.spendsense.roster;

import java.util.List;
import java.util.Optional;

/**
 * A user in a list.
 *
 * @param userId opaque public identifier
 * @param name given and family name
 * @param age completed years
 * @param region US Census region
 * @param annualIncomeCents gross, a year
 * @param consent whether the user allows findings, now
 * @param profiles what is planted and true on the day of the look
 * @param finding what the rules concluded; empty for users who do not consent, or whom no rules have judged
 */
public record Entry(
        String userId,
        String name,
        int age,
        String region,
        long annualIncomeCents,
        boolean consent,
        List<String> profiles,
        Optional<Finding> finding) {

    /**
     * What the rules concluded about a user, in short.
     *
     * @param persona the first one; empty when there is none
     * @param overridden whether an operator said which persona it is
     * @param confidence of the first persona, 0 to 1; empty when there is none, or when the rules did not find it
     * @param behaviors types of signals detected
     * @param recommendations pieces of advice
     */
    public record Finding(
            Optional<String> persona,
            boolean overridden,
            Optional<Double> confidence,
            int behaviors,
            int recommendations) {}
}
