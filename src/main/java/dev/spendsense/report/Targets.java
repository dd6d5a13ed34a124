package dev.spendsense.report;

import static dev.spendsense.findings.Comparison.ABOVE;
import static dev.spendsense.findings.Comparison.AT_LEAST;
import static dev.spendsense.findings.Comparison.AT_MOST;

import dev.spendsense.findings.Comparison;
import dev.spendsense.report.accuracy.Reference;
import dev.spendsense.report.detection.PersonaDetection;
import dev.spendsense.report.fairness.Attribute;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the rules ought to reach. Accuracy and calibration are those of the latest look at each user. */
final class Targets {

    /** Fewer changes of life than this say nothing about a median. */
    private static final int ENOUGH_CHANGES = 30;

    private static final List<Goal> GOALS = List.of(
            new Goal("macro_f1", "Macro-F1", AT_LEAST, 0.95, Targets::macroF1),
            new Goal(
                    "macro_f1_of_reference",
                    "Macro-F1 over the reference classifier's",
                    AT_LEAST,
                    0.97,
                    Targets::ofReference),
            new Goal(
                    "balanced_false_positive_rate",
                    "Balanced users given another persona",
                    AT_MOST,
                    0.05,
                    Targets::falsePersonas),
            new Goal(
                    "expected_calibration_error",
                    "Expected calibration error",
                    AT_MOST,
                    0.05,
                    report -> Measured.of(report.calibration().atTheEnd().error(), "nothing was assigned")),
            new Goal(
                    "brier_skill",
                    "Brier skill",
                    ABOVE,
                    0,
                    report -> Measured.of(
                            report.calibration().atTheEnd().brierSkill(), "all assignments are right, or all wrong")),
            new Goal(
                    "auroc",
                    "AUROC of right against wrong",
                    AT_LEAST,
                    0.85,
                    report -> Measured.of(
                            report.calibration().atTheEnd().auroc(), "all assignments are right, or all wrong")),
            new Goal("detection_over_bound", "Median time to notice over its bound", AT_MOST, 1.5, Targets::detection),
            new Goal(
                    "calm_flips_per_year",
                    "Flips per user-year without an event",
                    AT_MOST,
                    1,
                    report -> Measured.of(
                            report.detection().stability().calmPerYear(), "no calm time between two looks")),
            new Goal("fairness_ratio", "Lowest ratio between ages or regions", AT_LEAST, 0.8, Targets::fairness),
            new Goal(
                    "cents_off",
                    "Cents by which the books are off",
                    AT_MOST,
                    0,
                    report -> Measured.withoutInterval(report.integrity().centsOff(), "")));

    private Targets() {}

    /** A target before anything was measured. */
    private record Goal(
            String name, String title, Comparison comparison, double target, Function<Report, Measured> figure) {

        Target judge(Report report) {
            Measured measured = figure.apply(report);
            return new Target(
                    name,
                    title,
                    comparison,
                    target,
                    measured.value(),
                    measured.interval(),
                    measured.against(comparison, target),
                    measured.reason());
        }
    }

    static List<Target> of(Report report) {
        return GOALS.stream().map(goal -> goal.judge(report)).toList();
    }

    private static Measured macroF1(Report report) {
        return Measured.of(report.accuracy().atTheEnd().macroF1(), "nobody was judged");
    }

    private static Measured ofReference(Report report) {
        Optional<Reference> reference = report.accuracy().reference();
        if (reference.isEmpty()) {
            return Measured.not("no reference classifier was fitted; see --reference");
        }
        Reference fitted = reference.get();
        String reached = String.format(Locale.ROOT, "%.3f by %s", fitted.macroF1(), fitted.classifier());
        return fitted.ratio()
                .map(ratio -> new Measured(OptionalDouble.of(ratio.value()), Optional.of(ratio), false, reached))
                .orElse(Measured.not("the reference classifier finds nothing"));
    }

    private static Measured falsePersonas(Report report) {
        return Measured.of(report.accuracy().atTheEnd().falsePersonas().share(), "no balanced user was judged");
    }

    /** The persona that is slowest beside its bound. */
    private static Measured detection(Report report) {
        List<PersonaDetection> personas = report.detection().personas();
        Optional<PersonaDetection> never = personas.stream()
                .filter(one -> one.noticing().cases() >= ENOUGH_CHANGES)
                .filter(one -> one.noticing().medianDays().isEmpty()
                        && one.noticing().boundMedianDays().isPresent())
                .findFirst();
        if (never.isPresent()) {
            return Measured.outOfReach(never.get().persona() + " is noticed in fewer than half of its cases");
        }
        return personas.stream()
                .filter(one -> one.noticing().cases() >= ENOUGH_CHANGES)
                .filter(one -> one.noticing().ratio().isPresent())
                .max(Comparator.comparingDouble(one -> one.noticing().ratio().getAsDouble()))
                .map(one -> Measured.withoutInterval(one.noticing().ratio().getAsDouble(), one.persona()))
                .orElse(Measured.not("no persona begins in the midst of " + ENOUGH_CHANGES + " lives or more"));
    }

    private static Measured fairness(Report report) {
        return report.fairness().attributes().stream()
                .filter(Attribute::judged)
                .filter(attribute -> attribute.lowestRatio().isPresent())
                .min(Comparator.comparingDouble(Targets::lowestRatio))
                .map(attribute -> Measured.withoutInterval(lowestRatio(attribute), attribute.name()))
                .orElse(Measured.not(
                        "no two groups of " + report.fairness().smallest() + " users in whom the same was planted"));
    }

    private static double lowestRatio(Attribute attribute) {
        return attribute.lowestRatio().orElseThrow().ratio();
    }
}
