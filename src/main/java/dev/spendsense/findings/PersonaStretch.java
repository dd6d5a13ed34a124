package dev.spendsense.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks in a row at which a customer had a persona in the same rank, however its confidence went. What was true between
 * two looks nobody knows, so a stretch ends at the last look that saw it.
 *
 * @param persona name in the vocabulary
 * @param rank 1 for the foremost
 * @param from date of the first look
 * @param to date of the last look
 * @param looks how many there were, at least 1
 * @param lowestConfidence of all those looks, 0 to 1
 * @param highestConfidence of all those looks, 0 to 1
 */
public record PersonaStretch(
        String persona,
        int rank,
        LocalDate from,
        LocalDate to,
        int looks,
        double lowestConfidence,
        double highestConfidence) {

    /**
     * The stretches of a customer's looks, by first look and rank.
     *
     * @param timeline findings of every look, by date
     */
    public static List<PersonaStretch> of(List<Findings> timeline) {
        List<PersonaStretch> ended = new ArrayList<>();
        List<PersonaStretch> underWay = new ArrayList<>();
        for (Findings findings : timeline) {
            List<PersonaStretch> now = new ArrayList<>();
            for (PersonaAssignment assignment : findings.personas()) {
                PersonaStretch longer = begin(assignment, findings.asOf());
                for (PersonaStretch earlier : underWay) {
                    if (earlier.isOf(assignment)) {
                        longer = earlier.and(longer);
                    }
                }
                now.add(longer);
            }
            underWay.stream()
                    .filter(stretch -> findings.personas().stream().noneMatch(stretch::isOf))
                    .forEach(ended::add);
            underWay = now;
        }
        ended.addAll(underWay);
        ended.sort(Comparator.comparing(PersonaStretch::from).thenComparing(PersonaStretch::rank));
        return List.copyOf(ended);
    }

    private static PersonaStretch begin(PersonaAssignment assignment, LocalDate look) {
        return new PersonaStretch(
                assignment.persona(),
                assignment.rank(),
                look,
                look,
                1,
                assignment.confidence(),
                assignment.confidence());
    }

    private boolean isOf(PersonaAssignment assignment) {
        return persona.equals(assignment.persona()) && rank == assignment.rank();
    }

    private PersonaStretch and(PersonaStretch next) {
        return new PersonaStretch(
                persona,
                rank,
                from,
                next.to,
                looks + next.looks,
                Math.min(lowestConfidence, next.lowestConfidence),
                Math.max(highestConfidence, next.highestConfidence));
    }
}
