package dev.spendsense.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one revision of the rules concludes about one customer at one date, in an order that depends on
 * nothing but itself.
 *
 * @param userId the customer
 * @param asOf the date at which the rules looked
 * @param revision SHA-256 of the rules, hexadecimal
 * @param signals by type and window; those of unknown value are left out
 * @param candidates by persona
 * @param evidence by persona, group and signal
 * @param scores one for each persona that is judged by evidence, by persona
 * @param personas by rank
 * @param recommendations by kind and priority
 * @param blocked by kind and code
 * @param firings in the order of firing; empty unless a trace was asked for
 */
public record Findings(
        String userId,
        LocalDate asOf,
        String revision,
        List<Signal> signals,
        List<Candidate> candidates,
        List<Evidence> evidence,
        List<Score> scores,
        List<PersonaAssignment> personas,
        List<Recommendation> recommendations,
        List<Blocked> blocked,
        List<Firing> firings) {

    public Findings {
        signals = List.copyOf(signals);
        candidates = List.copyOf(candidates);
        evidence = List.copyOf(evidence);
        scores = List.copyOf(scores);
        personas = List.copyOf(personas);
        recommendations = List.copyOf(recommendations);
        blocked = List.copyOf(blocked);
        firings = List.copyOf(firings);
    }

    /** The signal of a type over a window. */
    public Optional<Signal> signal(String type, int windowDays) {
        return signals.stream()
                .filter(signal -> signal.type().equals(type) && signal.windowDays() == windowDays)
                .findFirst();
    }

    /** The assignment of a persona, whatever its rank. */
    public Optional<PersonaAssignment> persona(String name) {
        return personas.stream()
                .filter(assignment -> assignment.persona().equals(name))
                .findFirst();
    }

    /** The persona of rank 1. */
    public Optional<PersonaAssignment> primaryPersona() {
        return personas.stream().findFirst();
    }

    /** The same without the trace, which is not part of what was concluded. */
    public Findings untraced() {
        return new Findings(
                userId,
                asOf,
                revision,
                signals,
                candidates,
                evidence,
                scores,
                personas,
                recommendations,
                blocked,
                List.of());
    }
}
