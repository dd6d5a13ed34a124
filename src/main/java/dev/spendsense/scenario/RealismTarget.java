package dev.spendsense.scenario;

/**
 * A figure of real households that a population is held to.
 *
 * @param name key in the scenario
 * @param measure what is measured of the population
 * @param published what the source says
 * @param target what is to be met: the published figure in terms of what a bank sees
 * @param tolerance how far from it is near enough
 * @param source where the published figure stands
 * @param mapping what the source counts against what a bank sees, and how the target follows from the published figure
 */
public record RealismTarget(
        String name,
        RealismMeasure measure,
        double published,
        double target,
        Tolerance tolerance,
        String source,
        String mapping) {

    /**
     * How far from a target is near enough.
     *
     * @param value above 0; a share of the target, or in units of the target
     * @param relative whether it is a share of the target
     */
    public record Tolerance(double value, boolean relative) {}

    /** How far from the target is near enough, in units of the target. */
    public double allowed() {
        return tolerance.relative() ? tolerance.value() * target : tolerance.value();
    }
}
