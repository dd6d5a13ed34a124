package dev.spendsense.review;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.review.Disagreement.About;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts decisions against the rules behind what was decided. */
final class DisagreementCount {

    private static final Comparator<Disagreement> MOST_DISAGREED_FIRST = Comparator.comparingDouble(
                    (Disagreement each) ->
                            -each.rate().share().map(Estimate::low).orElse(0.0))
            .thenComparing(each -> -each.rate().hits())
            .thenComparing(Disagreement::rule)
            .thenComparing(Disagreement::about);

    private final Map<Key, Tally> tallies = new LinkedHashMap<>();

    private record Key(String rule, About about) {}

    private static final class Tally {
        private final Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        private int cases;
    }

    /** Counts what was decided about one piece of advice. */
    void advice(Status status, Collection<String> rules) {
        rules.forEach(rule -> count(rule, About.ADVICE, status));
    }

    /**
     * Counts what was decided about one user's personas.
     *
     * @param decided personas for which advice was decided
     * @param said the first persona that somebody said; empty when nobody did
     * @param first the first persona that the rules gave; empty when they gave none
     * @param causes rules behind each persona
     */
    void personas(Set<String> decided, Optional<String> said, Optional<String> first, Map<String, Set<String>> causes) {
        Set<String> judged = new HashSet<>(decided);
        first.filter(persona -> said.isPresent()).ifPresent(judged::add);
        Map<String, Status> byRule = new HashMap<>();
        for (String persona : judged) {
            boolean refused = said.isPresent() && first.filter(persona::equals).isPresent() && !said.equals(first);
            for (String rule : causes.getOrDefault(persona, Set.of())) {
                byRule.merge(
                        rule,
                        refused ? Status.OVERRIDDEN : Status.APPROVED,
                        (one, other) -> one == Status.OVERRIDDEN ? one : other);
            }
        }
        byRule.forEach((rule, status) -> count(rule, About.PERSONA, status));
    }

    private void count(String rule, About about, Status status) {
        Tally tally = tallies.computeIfAbsent(new Key(rule, about), added -> new Tally());
        tally.byStatus.merge(status, 1, Integer::sum);
        tally.cases++;
    }

    List<Disagreement> result() {
        List<Disagreement> result = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            int rejected = tally.byStatus.getOrDefault(Status.REJECTED, 0);
            int overridden = tally.byStatus.getOrDefault(Status.OVERRIDDEN, 0);
            int flagged = tally.byStatus.getOrDefault(Status.FLAGGED, 0);
            result.add(new Disagreement(
                    key.rule,
                    key.about,
                    rejected,
                    overridden,
                    flagged,
                    Rate.of(rejected + overridden + flagged, tally.cases)));
        });
        result.sort(MOST_DISAGREED_FIRST);
        return result;
    }
}
