package dev.spendsense.rules.definitions;

import java.util.List;

/**
 * A persona of the vocabulary.
 *
 * @param name for example {@code high_utilization}
 * @param title for people
 * @param order position in the vocabulary, from 0; settles ties
 * @param groups groups of evidence; none for a persona that is not judged by evidence
 */
public record Persona(String name, String title, int order, List<String> groups) {

    /** Parameter that holds the log-odds of this persona before anything was seen. */
    public String priorParameter() {
        return "prior." + name;
    }

    /** Parameter that holds what a group of evidence can count at most, either way. */
    public String capParameter(String group) {
        return "cap." + name + "." + group;
    }
}
