package dev.spendsense.rules.facts;

/**
 * Where a persona stands among those to be assigned.
 *
 * @param persona name in the vocabulary
 * @param height the highest comes first
 * @param order settles ties, the lowest first
 */
public record Standing(String persona, double height, int order) {

    /** Whether this one comes before another. */
    public boolean aheadOf(Standing other) {
        return height > other.height || height == other.height && order < other.order;
    }
}
