package dev.spendsense.workbench.explain;

import dev.spendsense.bank.measure.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Round figures that a value can take.
 *
 * @param step from one to the next
 * @param low the lowest that makes sense
 * @param high the highest
 */
record Grid(BigDecimal step, double low, double high) {

    private static final double FAR = 1_000_000;
    private static final double MOST_LOG_ODDS = 20;

    /** A figure that makes a difference, and the last one before it that makes none. */
    record Found(double to, double notYet) {}

    /** What a signal may be measured as. */
    static Grid ofSignal(Unit unit) {
        return switch (unit) {
            case SHARE, SHARE_PER_MONTH -> of("0.0001", -10, 10);
            case PROBABILITY -> of("0.0001", 0, 1);
            case USD -> of("0.01", -FAR, FAR);
            case DAYS, MONTHS -> of("0.01", 0, 1_000);
            case COUNT -> of("1", 0, 10_000);
            case FLAG -> of("1", 0, 1);
            case LOG_ODDS -> of("0.001", -MOST_LOG_ODDS, MOST_LOG_ODDS);
        };
    }

    /** What can stand in {@code parameters.yaml}. */
    static Grid ofParameter(Unit unit) {
        return switch (unit) {
            case SHARE -> of("0.0001", -2, 2);
            case SHARE_PER_MONTH -> of("0.0001", -1, 1);
            case COUNT -> of("0.1", 0, 10_000);
            default -> ofSignal(unit);
        };
    }

    static Grid of(String step, double low, double high) {
        return new Grid(new BigDecimal(step), low, high);
    }

    /** The nearest figure in one direction that makes a difference: 1 for upward, -1 for downward. */
    Optional<Found> nearest(double from, int direction, DoublePredicate differs) {
        long origin = new BigDecimal(Double.toString(from))
                .divide(step, 0, direction > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .longValueExact();
        long furthest = new BigDecimal(Double.toString(direction > 0 ? high : low))
                        .divide(step, 0, RoundingMode.DOWN)
                        .longValueExact()
                - origin;
        long most = furthest * direction;
        long without = 0;
        long with = 0;
        for (long tried = Math.min(1, most); tried > without; tried = Math.min(most, tried * 2)) {
            if (differs.test(figure(origin + direction * tried))) {
                with = tried;
                break;
            }
            without = tried;
        }
        if (with == 0) {
            return Optional.empty();
        }
        while (with - without > 1) {
            long middle = (with + without) / 2;
            if (differs.test(figure(origin + direction * middle))) {
                with = middle;
            } else {
                without = middle;
            }
        }
        double notYet = without == 0 ? from : figure(origin + direction * without);
        return Optional.of(new Found(figure(origin + direction * with), notYet));
    }

    private double figure(long steps) {
        return step.multiply(BigDecimal.valueOf(steps)).doubleValue();
    }
}
