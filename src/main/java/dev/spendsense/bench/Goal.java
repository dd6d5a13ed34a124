package dev.spendsense.bench;

/**
 * What a figure should come to.
 *
 * @param ofLimit whether the figure is the share of the limit that was reached, in which more is better, or the one that was
 *     measured
 * @param bound the worst figure that will do
 */
public record Goal(boolean ofLimit, double bound) {

    static Goal figure(double bound) {
        return new Goal(false, bound);
    }

    static Goal shareOfLimit(double bound) {
        return new Goal(true, bound);
    }
}
