package dev.spendsense.workbench.impact;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Score;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an impact is about, of all that rules conclude of a user; small enough to be kept for a population.
 *
 * @param personas by rank
 * @param scores by persona
 * @param advice what the user is given
 */
record Verdict(List<PersonaAssignment> personas, List<Score> scores, Set<Advice> advice) {

    /** A piece of advice, whatever it says. */
    record Advice(Kind kind, String code) {}

    static Verdict of(Findings findings) {
        Set<Advice> advice = new HashSet<>();
        findings.recommendations().forEach(one -> advice.add(new Advice(one.kind(), one.code())));
        return new Verdict(findings.personas(), findings.scores(), Set.copyOf(advice));
    }

    /** Personas by rank. */
    List<String> names() {
        return personas.stream().map(PersonaAssignment::persona).toList();
    }

    /** The foremost persona; empty text when there is none. */
    String primary() {
        return UserChange.primary(personas).orElse("");
    }
}
