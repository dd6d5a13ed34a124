package dev.spendsense.report.study;

import dev.spendsense.dataset.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Customers with what was planted in them and what the rules made of it.
 *
 * @param personas what rules can conclude, in the order of the vocabulary
 * @param subjects those whom the rules have judged
 * @param testimony what speaks for each persona
 */
public record Study(List<Persona> personas, List<Subject> subjects, Testimony testimony) {

    public Study {
        personas = List.copyOf(personas);
        subjects = List.copyOf(subjects);
    }

    /** Everybody in several datasets together. */
    public static Study of(List<Dataset> datasets) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        List<Subject> subjects = new ArrayList<>();
        Testimony testimony = new Testimony();
        for (int number = 0; number < datasets.size(); number++) {
            Study one = new StudyReader(datasets.get(number), number).read();
            one.personas.forEach(persona -> personas.merge(persona.name(), persona, Study::either));
            subjects.addAll(one.subjects);
            testimony.add(one.testimony);
        }
        return new Study(List.copyOf(personas.values()), subjects, testimony);
    }

    /** Names of the personas that evidence is weighed for. */
    public Set<String> scored() {
        return personas.stream()
                .filter(Persona::scored)
                .map(Persona::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether all that holds in truth is what the rules assign for want of anything else. */
    public boolean isUnremarkable(List<String> truths) {
        Set<String> unscored = new HashSet<>();
        personas.stream().filter(persona -> !persona.scored()).forEach(persona -> unscored.add(persona.name()));
        return !truths.isEmpty() && unscored.containsAll(truths);
    }

    private static Persona either(Persona one, Persona other) {
        return new Persona(one.name(), one.title(), one.scored() || other.scored());
    }
}
