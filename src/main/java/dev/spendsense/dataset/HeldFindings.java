package dev.spendsense.dataset;

import dev.spendsense.bank.measure.Source;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One user's findings as they are kept: each once, with the days between which it held. Lists are in the order in which
 * a look gives them.
 */
record HeldFindings(
        String userId,
        List<Held<Source>> sources,
        List<Held<Resolved<Source, Signal>>> signals,
        List<Held<Candidate>> candidates,
        List<Held<Resolved<Signal, Evidence>>> evidence,
        List<Held<Score>> scores,
        List<Held<PersonaAssignment>> personas,
        List<Held<Resolved<Binding, Recommendation>>> recommendations,
        List<Held<Resolved<Source, Bound>>> bindings,
        List<Held<Blocked>> blocked) {

    /**
     * Something that held at every look from one to another.
     *
     * @param firstLook epoch day, included
     * @param lastLook epoch day, included
     */
    record Held<T>(long firstLook, long lastLook, T content) {}

    /** What becomes a finding once the others of the same look that it refers to are there. */
    interface Resolved<F, T> {
        T with(List<F> others);
    }

    /** A binding of the recommendation that has some number in the look. */
    record Bound(int recommendation, Binding binding) {}

    /** The findings of a look. */
    Findings at(long day, String revision) {
        List<Source> sourcesThen = at(sources, day);
        List<Signal> signalsThen = at(signals, day, sourcesThen);
        return new Findings(
                userId,
                LocalDate.ofEpochDay(day),
                revision,
                signalsThen,
                at(candidates, day),
                at(evidence, day, signalsThen),
                at(scores, day),
                at(personas, day),
                recommendations(day, sourcesThen),
                at(blocked, day),
                List.of());
    }

    private List<Recommendation> recommendations(long day, List<Source> sourcesThen) {
        Map<Integer, List<Binding>> own = new HashMap<>();
        for (Bound bound : at(bindings, day, sourcesThen)) {
            own.computeIfAbsent(bound.recommendation(), number -> new ArrayList<>())
                    .add(bound.binding());
        }
        List<Recommendation> then = new ArrayList<>();
        for (Resolved<Binding, Recommendation> recommendation : at(recommendations, day)) {
            then.add(recommendation.with(own.getOrDefault(then.size(), List.of())));
        }
        return then;
    }

    private static <F, T> List<T> at(List<Held<Resolved<F, T>>> all, long day, List<F> others) {
        return at(all, day).stream().map(resolved -> resolved.with(others)).toList();
    }

    private static <T> List<T> at(List<Held<T>> all, long day) {
        List<T> then = new ArrayList<>();
        for (Held<T> each : all) {
            if (each.firstLook() <= day && day <= each.lastLook()) {
                then.add(each.content());
            }
        }
        return then;
    }
}
