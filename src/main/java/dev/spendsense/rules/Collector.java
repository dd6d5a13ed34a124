package dev.spendsense.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.facts.Assigned;
import dev.spendsense.rules.facts.Measurement;
import dev.spendsense.rules.facts.Reading;
import dev.spendsense.rules.facts.Selected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers what rules inserted. Everything is sorted, because the order in which rules fire differs between engines and
 * with the order of facts.
 */
final class Collector {

    private static final Comparator<Recommendation> BY_KIND_AND_PRIORITY = comparing(Recommendation::kind)
            .thenComparingInt(Recommendation::priority)
            .thenComparing(Recommendation::code);

    private static final Comparator<Candidate> BY_PERSONA_AND_REASON =
            comparing(Candidate::persona).thenComparing(Candidate::because);

    private static final Comparator<PersonaAssignment> BY_RANK =
            comparingInt(PersonaAssignment::rank).thenComparing(PersonaAssignment::persona);

    private static final Comparator<Blocked> BY_WHAT_IS_BLOCKED = comparing(Blocked::kind)
            .thenComparing(Blocked::code)
            .thenComparing(Blocked::persona)
            .thenComparing(Blocked::reason);

    private final String revision;
    private final Behavior behavior;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private final List<PersonaAssignment> personas = new ArrayList<>();
    private final List<Recommendation> recommendations = new ArrayList<>();
    private final List<Blocked> blocked = new ArrayList<>();

    Collector(String revision, Behavior behavior) {
        this.revision = revision;
        this.behavior = behavior;
    }

    Findings collect(Collection<?> facts, List<Firing> firings) {
        facts.forEach(this::take);
        signals.sort(Collector::byTypeAndWindow);
        candidates.sort(BY_PERSONA_AND_REASON);
        evidence.sort(Collector::byPersonaAndWeight);
        scores.sort(comparing(Score::persona));
        personas.sort(BY_RANK);
        recommendations.sort(BY_KIND_AND_PRIORITY);
        blocked.sort(BY_WHAT_IS_BLOCKED);
        return new Findings(
                behavior.history().customer().id(),
                behavior.asOf(),
                revision,
                signals,
                candidates,
                evidence,
                scores,
                personas,
                recommendations,
                blocked,
                firings);
    }

    // Signals and evidence are many, and a chain of comparators asks through several calls that cannot be told
    // beforehand.

    private static int byTypeAndWindow(Signal one, Signal other) {
        int order = one.type().compareTo(other.type());
        return order != 0 ? order : Integer.compare(one.windowDays(), other.windowDays());
    }

    private static int byPersonaAndWeight(Evidence one, Evidence other) {
        int order = one.persona().compareTo(other.persona());
        order = order != 0 ? order : one.group().compareTo(other.group());
        order = order != 0 ? order : one.weight().compareTo(other.weight());
        order = order != 0 ? order : Integer.compare(seenIn(one), seenIn(other));
        return order != 0 ? order : one.note().compareTo(other.note());
    }

    private static int seenIn(Evidence evidence) {
        return evidence.signal().map(Signal::windowDays).orElse(0);
    }

    private void take(Object fact) {
        if (fact instanceof Reading reading) {
            signals.add(reading.signal());
        } else if (fact instanceof Evidence one) {
            evidence.add(one);
        } else if (fact instanceof Score score) {
            scores.add(score);
        } else if (fact instanceof Candidate candidate) {
            candidates.add(candidate);
        } else if (fact instanceof Assigned assigned) {
            personas.add(assigned.assignment());
        } else if (fact instanceof Selected selected) {
            recommendations.addAll(selected.recommendations());
        } else if (fact instanceof Blocked one) {
            blocked.add(one);
        } else if (fact instanceof Measurement) {
            throw new IllegalStateException("a rule inserts a measurement without comparing it; add .atLeast(\"...\")");
        }
    }
}
