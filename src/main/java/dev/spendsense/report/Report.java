package dev.spendsense.report;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.report.accuracy.AccuracySection;
import dev.spendsense.report.accuracy.IntensityCurve;
import dev.spendsense.report.accuracy.Reference;
import dev.spendsense.report.calibration.CalibrationSection;
import dev.spendsense.report.detection.Detection;
import dev.spendsense.report.fairness.Fairness;
import dev.spendsense.report.integrity.Integrity;
import dev.spendsense.report.mistakes.Mistakes;
import dev.spendsense.report.realism.Realism;
import dev.spendsense.report.study.Persona;
import dev.spendsense.report.study.Study;
import java.util.List;
import java.util.Optional;

/**
 * How good rules are, measured against what was planted, over all users of one dataset or of several together.
 *
 * @param datasets what it is about
 * @param judged users whom the rules have judged
 * @param personas what rules can conclude, in the order of the vocabulary
 * @param accuracy how often the persona is right
 * @param calibration how far confidence can be believed
 * @param detection how soon a change is noticed
 * @param intensity recall against how pronounced a profile is
 * @param mistakes what was wrong with the most confidence
 * @param fairness whether groups fare alike
 * @param integrity whether the books are right
 * @param realism whether the users resemble the households that their scenario names; nothing about the rules
 */
public record Report(
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

    public Report {
        datasets = List.copyOf(datasets);
        personas = List.copyOf(personas);
    }

    /** The report on several datasets together; reads all of them. */
    public static Report of(List<Dataset> datasets) {
        return of(datasets.stream().map(ReportedDataset::of).toList(), datasets, Study.of(datasets), Optional.empty());
    }

    /**
     * The report on customers that have been read already.
     *
     * @param described what is said of the datasets themselves
     * @param study everybody in the datasets
     * @param reference what rules are compared with
     */
    public static Report of(
            List<ReportedDataset> described, List<Dataset> datasets, Study study, Optional<Reference> reference) {
        return new Report(
                described,
                study.subjects().size(),
                study.personas(),
                AccuracySection.of(study, reference),
                CalibrationSection.of(study),
                Detection.of(study),
                IntensityCurve.of(study),
                Mistakes.of(
                        study,
                        (subject, asOf) -> datasets.get(subject.source())
                                .findings(subject.userId(), asOf)
                                .orElseThrow()),
                Fairness.of(study),
                Integrity.of(datasets),
                Realism.of(datasets));
    }

    /** Every figure that has a target, beside it. */
    public List<Target> targets() {
        return Targets.of(this);
    }
}
