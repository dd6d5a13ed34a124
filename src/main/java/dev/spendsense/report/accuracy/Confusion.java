package dev.spendsense.report.accuracy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Tallies;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How often the rules' primary persona is the profile that was planted, over all users whom the rules have judged, or
 * over all looks at them.
 *
 * @param counts users, or looks, by planted profile and then by primary persona; {@link #NONE} where there is none. Pairs that do
 *     not occur are left out.
 */
public record Confusion(SortedMap<String, SortedMap<String, Integer>> counts) {

    /** Stands for no profile or no persona. */
    public static final String NONE = "";

    public Confusion {
        SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
        counts.forEach((profile, row) -> copy.put(profile, Collections.unmodifiableSortedMap(new TreeMap<>(row))));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * How well one persona was found.
     *
     * @param persona its name, as profile and as persona
     * @param planted users who have it in truth
     * @param assigned users who were given it first
     * @param correct users of whom both hold
     */
    public record Score(String persona, int planted, int assigned, int correct) {

        /** Share of those who were given it who have it; 0 when nobody was given it. */
        public double precision() {
            return assigned == 0 ? 0 : correct / (double) assigned;
        }

        /** Share of those who have it who were given it; 0 when nobody has it. */
        public double recall() {
            return planted == 0 ? 0 : correct / (double) planted;
        }

        /** Harmonic mean of precision and recall, 0 to 1. */
        public double f1() {
            return 2.0 * correct / Math.max(1, planted + assigned);
        }
    }

    /** The accuracy of the rules on one dataset. */
    public static Confusion of(Dataset dataset) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (Tallies.Found found : dataset.tallies().found()) {
            counts.computeIfAbsent(found.profile(), profile -> new TreeMap<>())
                    .merge(found.persona(), found.users(), Integer::sum);
        }
        return new Confusion(counts);
    }

    /** Counts looks by the planted profile that each is held against and by primary persona. */
    static Confusion of(Collection<Subject> subjects, Function<Subject, List<Look>> looks) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (Subject subject : subjects) {
            for (Look look : looks.apply(subject)) {
                counts.computeIfAbsent(subject.truthAt(look).orElse(NONE), profile -> new TreeMap<>())
                        .merge(look.primary().orElse(NONE), 1, Integer::sum);
            }
        }
        return new Confusion(counts);
    }

    /**
     * Counts users by the planted profile that the latest look at each is held against and by primary persona.
     *
     * @param times how many users each subject stands for
     */
    public static Confusion atTheEnd(List<Subject> subjects, int[] times) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < times.length; i++) {
            Look look = subjects.get(i).last();
            counts.computeIfAbsent(subjects.get(i).truthAt(look).orElse(NONE), profile -> new TreeMap<>())
                    .merge(look.primary().orElse(NONE), times[i], Integer::sum);
        }
        return new Confusion(counts);
    }

    /** All users of several datasets together. */
    public static Confusion pooled(Collection<Confusion> several) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (Confusion one : several) {
            one.counts.forEach((profile, row) -> row.forEach((persona, users) ->
                    counts.computeIfAbsent(profile, name -> new TreeMap<>()).merge(persona, users, Integer::sum)));
        }
        return new Confusion(counts);
    }

    /** Users of a planted profile who were given a persona first. */
    public int users(String profile, String persona) {
        return counts.getOrDefault(profile, Collections.emptySortedMap()).getOrDefault(persona, 0);
    }

    /** All users. */
    public int users() {
        return counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Every name that was planted or assigned, in order. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(counts.keySet());
        counts.values().forEach(row -> names.addAll(row.keySet()));
        names.remove(NONE);
        return names;
    }

    /** One score for each name, in order. */
    public List<Score> scores() {
        return names().stream().map(this::score).toList();
    }

    /** The score of one name. */
    public Score score(String name) {
        int planted = counts.getOrDefault(name, Collections.emptySortedMap()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int assigned = counts.values().stream()
                .mapToInt(row -> row.getOrDefault(name, 0))
                .sum();
        return new Score(name, planted, assigned, users(name, name));
    }

    /** Mean F1 over all names, each as weighty as any other; 0 without users. */
    public double macroF1() {
        return scores().stream().mapToDouble(Score::f1).average().orElse(0);
    }

    /** Share of users whose primary persona is the planted profile; 0 without users. */
    public double correct() {
        int correct = scores().stream().mapToInt(Score::correct).sum();
        return correct / (double) Math.max(1, users());
    }
}
