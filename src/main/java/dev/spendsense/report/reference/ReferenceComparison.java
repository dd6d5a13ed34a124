package dev.spendsense.report.reference;

import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.Outcomes;
import dev.spendsense.report.accuracy.Reference;
import dev.spendsense.report.figures.Bootstrap;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Holds rules against a classifier, customer by customer, at the latest look at each. */
public final class ReferenceComparison {

    private ReferenceComparison() {}

    /**
     * @param study customers, none of whom the classifier was fitted to
     * @param signals what the rules measured of a customer at the latest look
     * @param seeds of the populations that the classifier was fitted to
     * @param customers how many it was fitted to
     */
    public static Reference of(
            Study study,
            Function<Subject, SignalVector> signals,
            ReferenceClassifier classifier,
            List<Long> seeds,
            int customers) {
        List<Subject> subjects = study.subjects();
        List<Subject> predicted = subjects.stream()
                .map(subject -> with(classifier.predict(signals.apply(subject)), subject))
                .toList();
        Optional<Estimate> macroF1 = Accuracy.atTheEnd(new Study(study.personas(), predicted, study.testimony()))
                .macroF1();
        Outcomes rules = Outcomes.of(subjects);
        Outcomes reference = Outcomes.of(predicted);
        // The same draw for both: customers who are hard for one are hard for the other.
        Optional<Estimate> ratio = Bootstrap.intervals(
                        subjects.size(), times -> new double[] {rules.macroF1(times) / reference.macroF1(times)})
                .get(0)
                .filter(estimate -> Double.isFinite(estimate.value()));
        return new Reference(
                classifier.description(),
                seeds,
                customers,
                macroF1.map(Estimate::value).orElse(0.0),
                ratio);
    }

    private static Subject with(String predicted, Subject subject) {
        Look look = new Look(subject.last().asOf(), List.of(new PersonaAssignment(predicted, 1, 1)));
        return new Subject(
                subject.source(),
                subject.age(),
                subject.region(),
                subject.annualIncome(),
                subject.from(),
                subject.truth(),
                List.of(look));
    }
}
