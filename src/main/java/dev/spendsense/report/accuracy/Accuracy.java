package dev.spendsense.report.accuracy;

import dev.spendsense.report.figures.Clusters;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.F1;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
        Counts counts = new Counts(confusion.names(), subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            for (Look look : chosen.apply(subjects.get(i))) {
                counts.add(
                        i,
                        subjects.get(i).truthAt(look).orElse(Confusion.NONE),
                        look.primary().orElse(Confusion.NONE));
            }
        }
        return new Accuracy(
                subjects.size(),
                confusion.users(),
                confusion,
                counts.scores(),
                F1.macro(counts.f1s(), subjects.size()),
                counts.correct.rate(),
                falsePersonas(study, chosen));
    }

    /** What each customer adds to the figures of each name. */
    private static final class Counts {
        private final SortedMap<String, Clusters> precision = new TreeMap<>();
        private final SortedMap<String, Clusters> recall = new TreeMap<>();
        private final SortedMap<String, Clusters> agreement = new TreeMap<>();
        private final Clusters correct;

        Counts(Collection<String> names, int customers) {
            for (String name : names) {
                precision.put(name, new Clusters(customers));
                recall.put(name, new Clusters(customers));
                agreement.put(name, new Clusters(customers));
            }
            this.correct = new Clusters(customers);
        }

        void add(int customer, String planted, String assigned) {
            boolean known = !planted.equals(Confusion.NONE);
            int right = known && planted.equals(assigned) ? 1 : 0;
            correct.add(customer, right, 1);
            if (known) {
                recall.get(planted).add(customer, right, 1);
                agreement.get(planted).add(customer, right, 1);
            }
            if (!assigned.equals(Confusion.NONE)) {
                precision.get(assigned).add(customer, right, 1);
                if (right == 0) {
                    agreement.get(assigned).add(customer, 0, 1);
                }
            }
        }

        List<F1> f1s() {
            return agreement.values().stream().map(F1::new).toList();
        }

        List<PersonaScore> scores() {
            return agreement.keySet().stream()
                    .map(name -> new PersonaScore(
                            name,
                            precision.get(name).rate(),
                            recall.get(name).rate(),
                            new F1(agreement.get(name)).estimate()))
                    .toList();
        }
    }

    /**
     * Of users in whom nothing is planted but what the rules assign for want of anything else, to how many some other
     * persona was assigned at the latest look.
     *
     * @param times how many users each subject stands for
     */
    public static Rate falsePersonasAtTheEnd(Study study, int[] times) {
        int wrong = 0;
        int all = 0;
        for (int i = 0; i < times.length; i++) {
            Subject subject = study.subjects().get(i);
            List<String> truths = subject.truth().profilesOn(subject.last().asOf());
            if (study.isUnremarkable(truths)) {
                wrong += isAnother(subject.last(), truths) ? times[i] : 0;
                all += times[i];
            }
        }
        return Rate.of(wrong, all);
    }

    private static boolean isAnother(Look look, List<String> truths) {
        return look.personas().stream().anyMatch(one -> !truths.contains(one.persona()));
    }

    private static Rate falsePersonas(Study study, Function<Subject, List<Look>> chosen) {
        List<Subject> subjects = study.subjects();
        Clusters wrong = new Clusters(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            for (Look look : chosen.apply(subjects.get(i))) {
                List<String> truths = subjects.get(i).truth().profilesOn(look.asOf());
                if (study.isUnremarkable(truths)) {
                    wrong.add(i, isAnother(look, truths) ? 1 : 0, 1);
                }
            }
        }
        return wrong.rate();
    }
}
