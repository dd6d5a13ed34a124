package dev.spendsense.json;

import dev.spendsense.report.Report;
import dev.spendsense.report.ReportedDataset;
import dev.spendsense.report.Target;
import dev.spendsense.report.accuracy.AccuracySection;
import dev.spendsense.report.accuracy.IntensityCurve;
import dev.spendsense.report.calibration.CalibrationSection;
import dev.spendsense.report.detection.Detection;
import dev.spendsense.report.fairness.Fairness;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.integrity.Integrity;
import dev.spendsense.report.mistakes.Mistakes;
import dev.spendsense.report.realism.Realism;
import dev.spendsense.report.study.Persona;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How good the rules are, as scripts read it. The first three are those of the latest look at each user. */
public record ReportJson(
        OptionalDouble macroF1,
        OptionalDouble balancedFalsePositiveRate,
        OptionalDouble expectedCalibrationError,
        List<Target> targets,
        List<ReportedDataset> datasets,
        int judged,
        List<Persona> personas,
        AccuracySection accuracy,
        CalibrationSection calibration,
        Detection detection,
        IntensityCurve intensity,
        Mistakes mistakes,
        Fairness fairness,
        Integrity integrity,
        Realism realism) {

    public static ReportJson of(Report report) {
        return new ReportJson(
                value(report.accuracy().atTheEnd().macroF1()),
                value(report.accuracy().atTheEnd().falsePersonas().share()),
                value(report.calibration().atTheEnd().error()),
                report.targets(),
                report.datasets(),
                report.judged(),
                report.personas(),
                report.accuracy(),
                report.calibration(),
                report.detection(),
                report.intensity(),
                report.mistakes(),
                report.fairness(),
                report.integrity(),
                report.realism());
    }

    private static OptionalDouble value(Optional<Estimate> estimate) {
        return estimate.map(known -> OptionalDouble.of(known.value())).orElse(OptionalDouble.empty());
    }
}
