package dev.spendsense.report.realism;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.scenario.RealismMeasure.PaymentsAMonth;
import dev.spendsense.scenario.RealismTarget;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of real households beside the same figure of a population.
 *
 * @param name of the target, in the scenario
 * @param measure what is measured, by the name that the scenario schema explains
 * @param unit of all figures
 * @param published what the source says
 * @param target what is to be met: the published figure in terms of what a bank sees
 * @param tolerance how far from the target is near enough, in the same unit
 * @param generated the figure of the population; empty when nobody in it can be measured
 * @param error the normalised error: generated less target, in tolerances; within −1 to 1 is near enough
 * @param passed whether it is; what cannot be measured is not
 * @param source where the published figure stands
 * @param mapping what the source counts against what a bank sees
 */
public record Comparison(
        String name,
        String measure,
        Unit unit,
        double published,
        double target,
        double tolerance,
        Optional<Estimate> generated,
        OptionalDouble error,
        boolean passed,
        String source,
        String mapping) {

    /** What figures count. */
    public enum Unit {
        SHARE,
        COUNT
    }

    static Comparison of(RealismTarget target, Optional<Estimate> generated) {
        OptionalDouble error = generated
                .map(figure -> OptionalDouble.of((figure.value() - target.target()) / target.allowed()))
                .orElse(OptionalDouble.empty());
        return new Comparison(
                target.name(),
                target.measure().name(),
                unit(target),
                target.published(),
                target.target(),
                target.allowed(),
                generated,
                error,
                error.isPresent() && Math.abs(error.getAsDouble()) <= 1,
                target.source(),
                target.mapping());
    }

    private static Unit unit(RealismTarget target) {
        return target.measure() instanceof PaymentsAMonth ? Unit.COUNT : Unit.SHARE;
    }
}
