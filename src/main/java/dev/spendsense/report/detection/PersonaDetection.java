package dev.spendsense.report.detection;

/**
 * How soon one persona is noticed and forgotten.
 *
 * @param persona name
 * @param windowDays the window that its definition turns on: half of its evidence by weight is measured over windows no
 *     longer; 0 when none was seen
 * @param noticing from the day on which the profile begins to the first look at which the persona is assigned and nothing
 *     untrue is ranked before it; of profiles that begin after the first look
 * @param expected how often the persona was so assigned at the look before the profile began already, which is not counted
 *     as noticing
 * @param fromTheStart the same of profiles that began before the first look
 * @param forgetting from the last day of the profile to the first look at which the persona is not assigned, of those to
 *     whom it was assigned when the profile ended
 */
public record PersonaDetection(
        String persona, int windowDays, Timing noticing, int expected, Timing fromTheStart, Timing forgetting) {}
