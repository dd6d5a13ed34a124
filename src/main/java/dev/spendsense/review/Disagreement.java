package dev.spendsense.review;

import dev.spendsense.report.figures.Rate;

/**
 * How often people think otherwise than a rule.
 *
 * @param rule name of the rule
 * @param about what the rule brought about
 * @param rejected advice it drafted that was rejected
 * @param overridden advice it drafted, or users with a persona it speaks for, that were given something else
 * @param flagged advice it drafted that is flagged
 * @param rate all of these over all that was decided; with the 95% score interval after Wilson
 */
public record Disagreement(String rule, About about, int rejected, int overridden, int flagged, Rate rate) {

    /** What people can disagree with. */
    public enum About {
        /** The rule drafted advice; every piece that was decided counts. */
        ADVICE,
        /**
         * The rule met the criterion of a persona or gave evidence for it; every user counts for whom advice of that
         * persona was decided, or who was given another persona.
         */
        PERSONA
    }
}
