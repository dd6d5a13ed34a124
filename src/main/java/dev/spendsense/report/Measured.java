package dev.spendsense.report;

import dev.spendsense.findings.Comparison;
import dev.spendsense.report.Target.Outcome;
import dev.spendsense.report.figures.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure that a target is about.
 *
 * @param value the figure; empty when it has none
 * @param interval with 95% confidence; empty when none is known
 * @param outOfReach whether it has no value because it is beyond all that could be measured
 * @param reason why it has no value, or where it comes from; may be empty
 */
record Measured(OptionalDouble value, Optional<Estimate> interval, boolean outOfReach, String reason) {

    static Measured of(Optional<Estimate> estimate, String reasonWithout) {
        return estimate.map(known -> new Measured(OptionalDouble.of(known.value()), estimate, false, ""))
                .orElse(not(reasonWithout));
    }

    static Measured not(String reason) {
        return new Measured(OptionalDouble.empty(), Optional.empty(), false, reason);
    }

    static Measured outOfReach(String reason) {
        return new Measured(OptionalDouble.empty(), Optional.empty(), true, reason);
    }

    static Measured withoutInterval(double value, String source) {
        return new Measured(OptionalDouble.of(value), Optional.empty(), false, source);
    }

    Outcome against(Comparison comparison, double target) {
        if (value.isEmpty()) {
            return outOfReach ? Outcome.FAILED : Outcome.NOT_MEASURED;
        }
        return comparison.holds(value.getAsDouble(), target) ? Outcome.PASSED : Outcome.FAILED;
    }
}
