package dev.spendsense.workbench.impact;

import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.Outcomes;
import dev.spendsense.report.accuracy.PersonaScore;
import dev.spendsense.report.calibration.CalibrationSection;
import dev.spendsense.report.figures.Bootstrap;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The named figures that rules are held against. */
public final class Figures {

    static final String CHANGED = "changed_users";
    private static final List<String> OVERALL =
            List.of("macro_f1", "correct", "false_personas", "calibration_error", "brier");
    private static final List<String> OF_PERSONAS = List.of("f1", "precision", "recall");

    private Figures() {}

    /** Every name that a condition can use. */
    public static List<String> names(Collection<String> personas) {
        List<String> names = new ArrayList<>(OVERALL);
        names.add(CHANGED);
        for (String persona : personas) {
            OF_PERSONAS.forEach(figure -> names.add(figure + "." + persona));
        }
        return names;
    }

    static List<Figure> of(Study before, Study after, Quality was, Quality is, Rate changed) {
        List<Optional<Estimate>> differences = differences(before, after);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < OVERALL.size(); i++) {
            figures.add(
                    new Figure(OVERALL.get(i), overall(was).get(i), overall(is).get(i), differences.get(i)));
        }
        figures.add(new Figure(CHANGED, Optional.of(new Estimate(0, 0, 0)), changed.share(), Optional.empty()));
        TreeSet<String> personas = new TreeSet<>();
        was.accuracy().personas().forEach(score -> personas.add(score.persona()));
        is.accuracy().personas().forEach(score -> personas.add(score.persona()));
        for (String persona : personas) {
            List<Optional<Estimate>> old = ofPersona(was.accuracy(), persona);
            List<Optional<Estimate>> now = ofPersona(is.accuracy(), persona);
            for (int i = 0; i < OF_PERSONAS.size(); i++) {
                figures.add(new Figure(OF_PERSONAS.get(i) + "." + persona, old.get(i), now.get(i), Optional.empty()));
            }
        }
        return figures;
    }

    private static List<Optional<Estimate>> overall(Quality quality) {
        return List.of(
                quality.accuracy().macroF1(),
                quality.accuracy().correct().share(),
                quality.accuracy().falsePersonas().share(),
                quality.calibration().error(),
                quality.calibration().brier());
    }

    private static List<Optional<Estimate>> ofPersona(Accuracy accuracy, String persona) {
        return accuracy.personas().stream()
                .filter(score -> score.persona().equals(persona))
                .findFirst()
                .map(Figures::estimates)
                .orElse(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static List<Optional<Estimate>> estimates(PersonaScore score) {
        return List.of(score.f1(), score.precision().share(), score.recall().share());
    }

    /** The same draw for both: customers who are hard for one are hard for the other. */
    private static List<Optional<Estimate>> differences(Study before, Study after) {
        Function<int[], double[]> was = figures(before);
        Function<int[], double[]> is = figures(after);
        return Bootstrap.intervals(before.subjects().size(), times -> {
            double[] difference = is.apply(times);
            double[] earlier = was.apply(times);
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= earlier[i];
            }
            return difference;
        });
    }

    private static Function<int[], double[]> figures(Study study) {
        Outcomes outcomes = Outcomes.of(study.subjects());
        Function<int[], double[]> calibration = CalibrationSection.figuresAtTheEnd(study);
        int[] falsePersonas = study.subjects().stream()
                .mapToInt(subject -> falsePersona(study, subject))
                .toArray();
        return times -> {
            double[] confidence = calibration.apply(times);
            return new double[] {
                outcomes.macroF1(times),
                outcomes.correct(times),
                share(falsePersonas, times),
                confidence[1],
                confidence[2]
            };
        };
    }

    /** 1 for a persona where none is true, 0 for none; -1 where one is true, so that it does not count. */
    private static int falsePersona(Study study, Subject subject) {
        Look look = subject.last();
        List<String> truths = subject.truth().profilesOn(look.asOf());
        if (!study.isUnremarkable(truths)) {
            return -1;
        }
        return look.personas().stream().anyMatch(one -> !truths.contains(one.persona())) ? 1 : 0;
    }

    private static double share(int[] hits, int[] times) {
        double hit = 0;
        double all = 0;
        for (int i = 0; i < hits.length; i++) {
            hit += hits[i] > 0 ? times[i] : 0;
            all += hits[i] >= 0 ? times[i] : 0;
        }
        return hit / all;
    }
}
