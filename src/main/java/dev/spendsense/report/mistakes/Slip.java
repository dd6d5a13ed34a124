package dev.spendsense.report.mistakes;

import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A persona that was assigned to somebody in whom it was not true.
 *
 * @param subject the customer
 * @param look when
 * @param assigned what
 */
record Slip(Subject subject, Look look, PersonaAssignment assigned) {

    /** The most confident first; one for each customer and persona. */
    static List<Slip> worst(Study study, int most) {
        List<Slip> worst = new ArrayList<>();
        for (Subject subject : study.subjects()) {
            Map<String, Slip> ofSubject = new HashMap<>();
            for (Look look : subject.looks()) {
                for (PersonaAssignment one : look.personas()) {
                    if (!subject.holds(one.persona(), look.asOf())) {
                        ofSubject.merge(one.persona(), new Slip(subject, look, one), Slip::worse);
                    }
                }
            }
            worst.addAll(ofSubject.values());
        }
        return worst.stream()
                .sorted(Comparator.comparingDouble(Slip::confidence)
                        .reversed()
                        .thenComparing(slip -> slip.subject().userId())
                        .thenComparing(slip -> slip.assigned().persona()))
                .limit(most)
                .toList();
    }

    private double confidence() {
        return assigned.confidence();
    }

    /** The more confident of two, the later one if they are alike. */
    private Slip worse(Slip other) {
        return confidence() > other.confidence() ? this : other;
    }
}
