package dev.spendsense.workbench.impact;

import dev.spendsense.findings.PersonaAssignment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A user who is given other personas, or the same in another order.
 *
 * @param userId who
 * @param planted profiles that hold in truth at the date of the look
 * @param before personas by rank as the rules were
 * @param after personas by rank as the rules would be
 * @param rules to which the change goes back; empty where a number of the last phases moved it, such as a floor
 */
public record UserChange(
        String userId,
        List<String> planted,
        List<PersonaAssignment> before,
        List<PersonaAssignment> after,
        List<RuleDifference> rules) {

    public UserChange {
        planted = List.copyOf(planted);
        before = List.copyOf(before);
        after = List.copyOf(after);
        rules = List.copyOf(rules);
    }

    /** Whether the foremost persona is another. */
    public boolean ofPrimary() {
        return !primary(before).equals(primary(after));
    }

    /** 1 when the foremost persona is the truth now and was not, -1 when it was and is not, 0 otherwise. */
    public int better() {
        int was = primary(before).filter(planted::contains).isPresent() ? 1 : 0;
        int is = primary(after).filter(planted::contains).isPresent() ? 1 : 0;
        return is - was;
    }

    /** For people: {@code u123 (planted balanced): overspender 61% → balanced 55%}. */
    public String inWords() {
        return userId + (planted.isEmpty() ? "" : " (planted " + String.join(", ", planted) + ")") + ": "
                + words(before) + " → " + words(after);
    }

    static Optional<String> primary(List<PersonaAssignment> personas) {
        return personas.stream().findFirst().map(PersonaAssignment::persona);
    }

    private static String words(List<PersonaAssignment> personas) {
        return personas.isEmpty()
                ? "none"
                : personas.stream()
                        .map(one -> String.format(Locale.ROOT, "%s %.0f%%", one.persona(), 100 * one.confidence()))
                        .collect(Collectors.joining(", "));
    }
}
