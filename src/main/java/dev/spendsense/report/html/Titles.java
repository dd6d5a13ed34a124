package dev.spendsense.report.html;

import dev.spendsense.report.accuracy.Confusion;
import dev.spendsense.report.study.Persona;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What people call personas, from the vocabulary that the datasets keep. */
final class Titles {

    private static final String NOTHING = "none";

    private final Map<String, String> titles = new LinkedHashMap<>();

    Titles(List<Persona> personas) {
        personas.forEach(persona -> titles.put(persona.name(), persona.title()));
    }

    /** A name that is in no vocabulary stands for itself, as that of a planted profile that no persona answers to. */
    String of(String name) {
        return name.equals(Confusion.NONE) ? NOTHING : titles.getOrDefault(name, name);
    }

    /** Names in the order of the vocabulary; those that are not in it come last. */
    List<String> inOrder(Collection<String> names) {
        List<String> ordered =
                new ArrayList<>(titles.keySet().stream().filter(names::contains).toList());
        new TreeSet<>(names).stream().filter(name -> !titles.containsKey(name)).forEach(ordered::add);
        return ordered;
    }
}
