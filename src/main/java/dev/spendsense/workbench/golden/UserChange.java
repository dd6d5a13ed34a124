package dev.spendsense.workbench.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One user before and now.
 *
 * @param before empty when the user is new
 * @param now empty when the user is no longer there
 */
record UserChange(Optional<UserOutcome> before, Optional<UserOutcome> now) {

    private static final int REASONS_TOLD = 2;

    boolean none() {
        return before.equals(now);
    }

    boolean ofPersona() {
        return !before.map(UserOutcome::personas).equals(now.map(UserOutcome::personas));
    }

    /** One line: who, which personas, and why. */
    String inWords() {
        String who = heading() + ": ";
        if (before.isEmpty()) {
            return who + "is new, " + now.orElseThrow().personasInWords();
        }
        if (now.isEmpty()) {
            return who + "is no longer there, was " + before.orElseThrow().personasInWords();
        }
        return who + before.get().personasInWords() + " → " + now.get().personasInWords() + ", because " + because();
    }

    private String because() {
        List<String> reasons = new ArrayList<>();
        for (String persona : concerned()) {
            Optional<Standing> earlier = standing(before, persona);
            Optional<Standing> later = standing(now, persona);
            if (earlier.isPresent() && later.isPresent()) {
                reasons.addAll(later.get().evidenceSince(earlier.get()));
            } else if (judgedByEvidence(earlier)) {
                reasons.add("no criterion of " + persona + " is met any more"
                        + inBrackets("no longer detected", seen(before, now)));
            } else if (judgedByEvidence(later)) {
                reasons.add(
                        "a criterion of " + persona + " is met now" + inBrackets("now detected", seen(now, before)));
            }
        }
        if (reasons.isEmpty()) {
            return "a prior, the floor or the precedence is another; the evidence is the same";
        }
        int more = reasons.size() - REASONS_TOLD;
        return String.join("; ", reasons.subList(0, Math.min(REASONS_TOLD, reasons.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** Personas whose rank is another, those that were assigned before first. */
    private Set<String> concerned() {
        Set<String> personas = new LinkedHashSet<>();
        before.ifPresent(outcome -> personas.addAll(outcome.personas()));
        now.ifPresent(outcome -> personas.addAll(outcome.personas()));
        personas.removeIf(persona -> standing(before, persona)
                .map(Standing::rank)
                .equals(standing(now, persona).map(Standing::rank)));
        return personas;
    }

    /** Signals that are detected on one side alone. */
    private static List<String> seen(Optional<UserOutcome> here, Optional<UserOutcome> butNotThere) {
        Set<String> detected = here.map(UserOutcome::detected).orElse(Set.of());
        Set<String> there = butNotThere.map(UserOutcome::detected).orElse(Set.of());
        return detected.stream().filter(signal -> !there.contains(signal)).toList();
    }

    private static String inBrackets(String what, List<String> signals) {
        return signals.isEmpty() ? "" : " [" + what + ": " + String.join(", ", signals) + "]";
    }

    private static Optional<Standing> standing(Optional<UserOutcome> outcome, String persona) {
        return outcome.flatMap(it -> it.standings().stream()
                .filter(standing -> standing.persona().equals(persona))
                .findFirst());
    }

    private static boolean judgedByEvidence(Optional<Standing> standing) {
        return standing.filter(it -> !it.groups().isEmpty()).isPresent();
    }

    /** The lines that are not the same, below the user's heading. */
    List<String> diff() {
        List<String> lines = new ArrayList<>(List.of("@@ " + heading()));
        lines.addAll(diff(lines(before), lines(now)));
        return lines;
    }

    static List<String> diff(List<String> before, List<String> now) {
        List<String> lines = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, now).getDeltas()) {
            delta.getSource().getLines().forEach(line -> lines.add("-" + line));
            delta.getTarget().getLines().forEach(line -> lines.add("+" + line));
        }
        return lines;
    }

    private String heading() {
        return now.or(() -> before).orElseThrow().heading();
    }

    private static List<String> lines(Optional<UserOutcome> outcome) {
        return outcome.map(UserOutcome::lines).orElse(List.of());
    }
}
