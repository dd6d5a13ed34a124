package dev.spendsense.report.accuracy;

import dev.spendsense.report.figures.Clusters;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.F1;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often the primary persona is the one that was planted. Where several profiles hold at a look, the look is held
 * against the one that was found, or if none was, against the one that has held longest.
 *
 * @param users who were looked at
 * @param looks at them
 * @param confusion looks by planted profile and primary persona
 * @param personas one score for each name that was planted or assigned
 * @param macroF1 mean F1 over those names, each as weighty as any other; empty without looks
 * @param correct of all looks, how many found what was planted
 * @param falsePersonas of the looks at users in whom nothing is planted but what the rules assign for want of anything
 *     else, at how many some other persona was assigned, whatever its rank
 */
public record Accuracy(
        int users,
        int looks,
        Confusion confusion,
        List<PersonaScore> personas,
        Optional<Estimate> macroF1,
        Rate correct,
        Rate falsePersonas) {

    public Accuracy {
        personas = List.copyOf(personas);
    }

    /** At the latest look at each user. */
    public static Accuracy atTheEnd(Study study) {
        return over(study, subject -> List.of(subject.last()));
    }

    /** At every look; the looks at one user count as one user when it comes to intervals. */
    public static Accuracy overLooks(Study study) {
        return over(study, Subject::looks);
    }

    private static Accuracy over(Study study, Function<Subject, List<Look>> chosen) {
        List<Subject> subjects = study.subjects();
        Confusion confusion = Confusion.of(subjects, chosen);
        List<PersonaScore> scores = new ArrayList<>();
        List<F1> f1s = new ArrayList<>();
        for (String name : confusion.names()) {
            Clusters precision = new Clusters(subjects.size());
            Clusters recall = new Clusters(subjects.size());
            Clusters agreement = new Clusters(subjects.size());
            for (int i = 0; i < subjects.size(); i++) {
                for (Look look : chosen.apply(subjects.get(i))) {
                    int planted =
                            subjects.get(i).truthAt(look).filter(name::equals).isPresent() ? 1 : 0;
                    int assigned = look.primary().filter(name::equals).isPresent() ? 1 : 0;
                    precision.add(i, planted * assigned, assigned);
                    recall.add(i, planted * assigned, planted);
                    agreement.add(i, planted * assigned, Math.max(planted, assigned));
                }
            }
            F1 f1 = new F1(agreement);
            f1s.add(f1);
            scores.add(new PersonaScore(name, precision.rate(), recall.rate(), f1.estimate()));
        }
        return new Accuracy(
                subjects.size(),
                confusion.users(),
                confusion,
                scores,
                F1.macro(f1s, subjects.size()),
                correct(subjects, chosen),
                falsePersonas(study, chosen));
    }

    private static Rate correct(List<Subject> subjects, Function<Subject, List<Look>> chosen) {
        Clusters correct = new Clusters(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            for (Look look : chosen.apply(subjects.get(i))) {
                boolean found = look.primary().isPresent()
                        && look.primary().equals(subjects.get(i).truthAt(look));
                correct.add(i, found ? 1 : 0, 1);
            }
        }
        return correct.rate();
    }

    private static Rate falsePersonas(Study study, Function<Subject, List<Look>> chosen) {
        List<Subject> subjects = study.subjects();
        Clusters wrong = new Clusters(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            for (Look look : chosen.apply(subjects.get(i))) {
                List<String> truths = subjects.get(i).truth().profilesOn(look.asOf());
                if (study.isUnremarkable(truths)) {
                    boolean another = look.personas().stream().anyMatch(one -> !truths.contains(one.persona()));
                    wrong.add(i, another ? 1 : 0, 1);
                }
            }
        }
        return wrong.rate();
    }
}
