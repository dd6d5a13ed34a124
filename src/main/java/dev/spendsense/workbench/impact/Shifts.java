package dev.spendsense.workbench.impact;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.impact.Verdict.Advice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sums over a population of what differs between two findings about each user. */
final class Shifts {

    private final List<String> personas;
    private final Map<List<String>, Integer> moves = new LinkedHashMap<>();
    private final Map<String, Confidence> confidence = new LinkedHashMap<>();
    private final Map<Advice, int[]> advice = new LinkedHashMap<>();
    private int users;

    Shifts(RuleBase before, RuleBase after) {
        Set<String> names =
                new LinkedHashSet<>(before.definitions().vocabulary().personas().keySet());
        names.addAll(after.definitions().vocabulary().personas().keySet());
        this.personas = List.copyOf(names);
    }

    private static final class Confidence {
        private int raised;
        private int lowered;
        private double sum;
        private double largest;

        void add(double change) {
            raised += change >= ConfidenceShift.NOTABLE ? 1 : 0;
            lowered += change <= -ConfidenceShift.NOTABLE ? 1 : 0;
            sum += change;
            largest = Math.abs(change) > Math.abs(largest) ? change : largest;
        }
    }

    void add(Verdict before, Verdict after) {
        users++;
        moves.merge(List.of(before.primary(), after.primary()), 1, Integer::sum);
        Map<String, Double> change = new TreeMap<>();
        after.scores().forEach(score -> change.merge(score.persona(), score.confidence(), Double::sum));
        before.scores().forEach(score -> change.merge(score.persona(), -score.confidence(), Double::sum));
        change.forEach((persona, by) ->
                confidence.computeIfAbsent(persona, name -> new Confidence()).add(by));
        Set<Advice> was = before.advice();
        Set<Advice> is = after.advice();
        is.stream().filter(one -> !was.contains(one)).forEach(one -> counts(one)[0]++);
        was.stream().filter(one -> !is.contains(one)).forEach(one -> counts(one)[1]++);
    }

    private int[] counts(Advice one) {
        return advice.computeIfAbsent(one, each -> new int[2]);
    }

    List<PersonaMove> moves() {
        return moves.entrySet().stream()
                .map(move -> new PersonaMove(move.getKey().get(0), move.getKey().get(1), move.getValue()))
                .sorted(Comparator.comparingInt((PersonaMove move) -> place(move.from()))
                        .thenComparing(move -> place(move.to())))
                .toList();
    }

    /** In the order of the vocabulary; nobody's persona comes last. */
    private int place(String persona) {
        int place = personas.indexOf(persona);
        return place < 0 ? personas.size() : place;
    }

    List<ConfidenceShift> confidence() {
        List<ConfidenceShift> shifts = new ArrayList<>();
        confidence.forEach((persona, one) ->
                shifts.add(new ConfidenceShift(persona, one.raised, one.lowered, one.sum / users, one.largest)));
        shifts.sort(Comparator.comparingInt(shift -> place(shift.persona())));
        return shifts;
    }

    List<AdviceShift> advice() {
        List<AdviceShift> shifts = new ArrayList<>();
        advice.forEach((one, count) -> shifts.add(new AdviceShift(one.kind(), one.code(), count[0], count[1])));
        shifts.sort(Comparator.comparingInt((AdviceShift shift) -> -shift.gained() - shift.lost())
                .thenComparing(AdviceShift::code));
        return shifts;
    }

    static List<RuleShare> rules(List<UserChange> changes) {
        Map<RuleShare, Integer> counts = new LinkedHashMap<>();
        for (UserChange change : changes) {
            change.rules().stream()
                    .map(rule -> new RuleShare(rule.phase(), rule.rule(), rule.kind(), rule.conclusion(), 0))
                    .distinct()
                    .forEach(rule -> counts.merge(rule, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(each -> new RuleShare(
                        each.getKey().phase(),
                        each.getKey().rule(),
                        each.getKey().kind(),
                        each.getKey().conclusion(),
                        each.getValue()))
                .sorted(Comparator.comparingInt((RuleShare share) -> -share.users())
                        .thenComparing(RuleShare::rule)
                        .thenComparing(RuleShare::conclusion))
                .toList();
    }
}
