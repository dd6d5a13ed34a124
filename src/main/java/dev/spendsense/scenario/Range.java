package dev.spendsense.scenario;

/**
 * A closed interval that a number is drawn from.
 *
 * @param low smallest value
 * @param high largest value, not below {@code low}
 */
public record Range(double low, double high) {

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("from " + low + " to " + high + " is no range");
        }
    }

    /** The value a share of the way from low to high; a share in [0, 1) gives a value in [low, high). */
    public double at(double share) {
        return low + share * (high - low);
    }

    /** Halfway between low and high. */
    double middle() {
        return (low + high) / 2;
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
