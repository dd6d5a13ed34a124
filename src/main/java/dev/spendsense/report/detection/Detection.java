package dev.spendsense.report.detection;

import dev.spendsense.report.study.Persona;
import dev.spendsense.report.study.Study;
import java.util.List;

/**
 * When the rules notice and forget, and how steady they are.
 *
 * @param personas those that evidence is weighed for, in the order of the vocabulary
 * @param stability how often the primary persona changes
 */
public record Detection(List<PersonaDetection> personas, Stability stability) {

    public Detection {
        personas = List.copyOf(personas);
    }

    public static Detection of(Study study) {
        List<PersonaDetection> personas = study.personas().stream()
                .filter(Persona::scored)
                .map(persona -> times(study, persona.name()))
                .toList();
        return new Detection(personas, Stability.of(study));
    }

    private static PersonaDetection times(Study study, String persona) {
        PersonaClock clock = new PersonaClock(
                persona, study.testimony().definingWindow(persona).orElse(0));
        study.subjects().forEach(clock::watch);
        return clock.times();
    }
}
