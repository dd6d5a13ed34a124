package dev.spendsense.workbench.diff;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What becomes of the same people under two revisions, each looked at once, at the end of the history. Those who do not
 * consent are judged by nobody.
 *
 * @param users who were judged
 * @param personas whose first persona is another, in the order of the populations
 * @param confidence how sure the rules are of each persona that is judged by evidence, where that changed
 * @param advice pieces of advice that somebody gained or lost, by code
 */
public record OutcomeChanges(
        int users, List<PersonaChange> personas, List<ConfidenceShift> confidence, List<AdviceChange> advice) {

    /** Stands for no persona. */
    public static final String NONE = "";

    /** Half a percentage point is what people see when confidences are shown in whole percents. */
    private static final double NOTICEABLE = 0.005;

    /**
     * Somebody whose first persona is another.
     *
     * @param population where the user comes from
     * @param before persona, or {@link #NONE}
     * @param confidenceBefore 0 to 1; 0 without a persona
     */
    public record PersonaChange(
            String population,
            String userId,
            String before,
            double confidenceBefore,
            String after,
            double confidenceAfter) {}

    /**
     * How much more or less sure the rules are of a persona.
     *
     * @param risen users for whom by half a percentage point or more
     * @param fallen likewise
     * @param mean over all users, -1 to 1
     * @param largest of all changes, -1 to 1
     * @param userId for whom it is largest
     */
    public record ConfidenceShift(String persona, int risen, int fallen, double mean, double largest, String userId) {}

    /**
     * Who is given a piece of advice that was not before, or no more.
     *
     * @param code of the advice
     */
    public record AdviceChange(String code, int gained, int lost) {}

    public OutcomeChanges {
        personas = List.copyOf(personas);
        confidence = List.copyOf(confidence);
        advice = List.copyOf(advice);
    }

    /** How many users went from one first persona to another, by both; {@link #NONE} stands for no persona. */
    public SortedMap<String, SortedMap<String, Integer>> matrix() {
        SortedMap<String, SortedMap<String, Integer>> matrix = new TreeMap<>();
        for (PersonaChange change : personas) {
            matrix.computeIfAbsent(change.before(), name -> new TreeMap<>()).merge(change.after(), 1, Integer::sum);
        }
        return Collections.unmodifiableSortedMap(matrix);
    }

    /**
     * Judges everybody twice, on all processors.
     *
     * @throws RuleFailure when a rule fails on a user
     */
    public static OutcomeChanges between(RuleBase before, RuleBase after, List<Population> populations) {
        Tally tally = new Tally();
        for (Population population : populations) {
            IntStream.range(0, population.users())
                    .parallel()
                    .mapToObj(user -> judged(population.histories().apply(user), before, after))
                    .flatMap(Optional::stream)
                    .toList()
                    .forEach(judged -> tally.add(population.name(), judged));
        }
        return tally.result();
    }

    private record Judged(Findings before, Findings after) {}

    private static Optional<Judged> judged(History history, RuleBase before, RuleBase after) {
        return history.customer().consent()
                ? Optional.of(new Judged(before.evaluate(history), after.evaluate(history)))
                : Optional.empty();
    }

    /** Adds up what became of each. */
    private static final class Tally {

        private final List<PersonaChange> personas = new ArrayList<>();
        private final SortedMap<String, Shift> shifts = new TreeMap<>();
        private final SortedMap<String, int[]> advice = new TreeMap<>();
        private int users;

        private static final class Shift {
            private int risen;
            private int fallen;
            private double sum;
            private double largest;
            private String userId = "";
        }

        void add(String population, Judged judged) {
            users++;
            addPersona(population, judged);
            addConfidence(judged);
            addAdvice(judged);
        }

        private void addPersona(String population, Judged judged) {
            Optional<PersonaAssignment> was = judged.before().primaryPersona();
            Optional<PersonaAssignment> is = judged.after().primaryPersona();
            String before = was.map(PersonaAssignment::persona).orElse(NONE);
            String after = is.map(PersonaAssignment::persona).orElse(NONE);
            if (!before.equals(after)) {
                personas.add(new PersonaChange(
                        population,
                        judged.before().userId(),
                        before,
                        was.map(PersonaAssignment::confidence).orElse(0.0),
                        after,
                        is.map(PersonaAssignment::confidence).orElse(0.0)));
            }
        }

        private void addConfidence(Judged judged) {
            Map<String, Double> changes = new HashMap<>();
            judged.after().scores().forEach(score -> changes.put(score.persona(), score.confidence()));
            for (Score score : judged.before().scores()) {
                changes.merge(score.persona(), -score.confidence(), Double::sum);
            }
            changes.forEach((persona, change) -> {
                Shift shift = shifts.computeIfAbsent(persona, name -> new Shift());
                shift.sum += change;
                shift.risen += change >= NOTICEABLE ? 1 : 0;
                shift.fallen += change <= -NOTICEABLE ? 1 : 0;
                if (Math.abs(change) > Math.abs(shift.largest)) {
                    shift.largest = change;
                    shift.userId = judged.after().userId();
                }
            });
        }

        private void addAdvice(Judged judged) {
            Set<String> was = codes(judged.before());
            Set<String> is = codes(judged.after());
            for (String code : is) {
                if (!was.contains(code)) {
                    advice.computeIfAbsent(code, name -> new int[2])[0]++;
                }
            }
            for (String code : was) {
                if (!is.contains(code)) {
                    advice.computeIfAbsent(code, name -> new int[2])[1]++;
                }
            }
        }

        private static Set<String> codes(Findings findings) {
            Set<String> codes = new HashSet<>();
            findings.recommendations().stream().map(Recommendation::code).forEach(codes::add);
            return codes;
        }

        OutcomeChanges result() {
            List<ConfidenceShift> confidence = new ArrayList<>();
            shifts.forEach((persona, shift) -> {
                if (shift.risen + shift.fallen > 0) {
                    confidence.add(new ConfidenceShift(
                            persona, shift.risen, shift.fallen, shift.sum / users, shift.largest, shift.userId));
                }
            });
            List<AdviceChange> advised = new ArrayList<>();
            advice.forEach((code, counts) -> advised.add(new AdviceChange(code, counts[0], counts[1])));
            return new OutcomeChanges(users, personas, confidence, advised);
        }
    }
}
