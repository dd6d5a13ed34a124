package dev.spendsense.report.study;

import dev.spendsense.findings.PersonaAssignment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the rules assigned to a customer at the end of a day.
 *
 * @param asOf the day
 * @param personas by rank
 */
public record Look(LocalDate asOf, List<PersonaAssignment> personas) {

    public Look {
        personas = List.copyOf(personas);
    }

    /** The persona of rank 1. */
    public Optional<String> primary() {
        return personas.stream().findFirst().map(PersonaAssignment::persona);
    }

    /** Whether a persona is assigned, whatever its rank. */
    public boolean has(String persona) {
        return personas.stream().anyMatch(one -> one.persona().equals(persona));
    }
}
