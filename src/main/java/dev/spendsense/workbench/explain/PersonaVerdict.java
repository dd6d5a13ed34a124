package dev.spendsense.workbench.explain;

import dev.spendsense.findings.PersonaAssignment;
import java.util.List;
import java.util.Optional;

/**
 * Why a persona was assigned, or why not.
 *
 * @param persona name in the vocabulary
 * @param title for people
 * @param assigned rank and confidence; empty when it was not
 * @param assignedBy the rule that assigned it
 * @param criteria the rules that can say that its published criterion is met
 * @param scoring how its confidence came about; empty for a persona that is not judged by evidence
 * @param assignment the rules that assign, as far as they ask something of its score
 */
public record PersonaVerdict(
        String persona,
        String title,
        Optional<PersonaAssignment> assigned,
        List<RulePlace> assignedBy,
        List<Criterion> criteria,
        Optional<Scoring> scoring,
        List<Criterion> assignment) {

    public PersonaVerdict {
        assignedBy = List.copyOf(assignedBy);
        criteria = List.copyOf(criteria);
        assignment = List.copyOf(assignment);
    }
}
