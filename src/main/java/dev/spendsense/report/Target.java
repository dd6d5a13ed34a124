package dev.spendsense.report;

import dev.spendsense.findings.Comparison;
import dev.spendsense.report.figures.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure beside what it ought to be.
 *
 * @param name for scripts, for example {@code macro_f1}
 * @param title for people
 * @param comparison how the figure is held against the target
 * @param target what it ought to be
 * @param value the figure; empty when it could not be measured
 * @param interval in which it lies with 95% confidence; empty when none is known
 * @param outcome what came of it; the figure alone decides, not its interval
 * @param reason why it could not be measured, or where the figure comes from; may be empty
 */
public record Target(
        String name,
        String title,
        Comparison comparison,
        double target,
        OptionalDouble value,
        Optional<Estimate> interval,
        Outcome outcome,
        String reason) {

    /** What came of a target. */
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_MEASURED
    }
}
