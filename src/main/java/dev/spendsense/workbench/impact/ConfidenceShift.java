package dev.spendsense.workbench.impact;

/**
 * How the confidence in a persona moves, over all users, assigned or not.
 *
 * @param persona name in the vocabulary
 * @param raised users in whom it rises by {@value #NOTABLE} or more
 * @param lowered users in whom it falls by as much
 * @param mean mean change over all users
 * @param largest the change that is furthest from 0, with its sign
 */
public record ConfidenceShift(String persona, int raised, int lowered, double mean, double largest) {

    /** A change of confidence that is worth counting. */
    public static final double NOTABLE = 0.01;
}
