package dev.spendsense.report.study;

import dev.spendsense.bank.Customer;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Score;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a dataset user by user and keeps what reports need. */
final class StudyReader {

    private final Dataset dataset;
    private final int number;
    private final LocalDate from;
    private final Testimony testimony = new Testimony();
    private final Set<String> scored = new HashSet<>();
    private final Map<Object, Object> known = new HashMap<>();

    StudyReader(Dataset dataset, int number) {
        this.dataset = dataset;
        this.number = number;
        this.from = dataset.run().origin().from();
    }

    Study read() {
        List<Subject> subjects = new ArrayList<>();
        for (String userId : dataset.userIds()) {
            List<Findings> timeline = dataset.timeline(userId);
            if (!timeline.isEmpty()) {
                subjects.add(subject(userId, timeline));
            }
        }
        List<Persona> personas = dataset.run().origin().rules().map(RuleText::personas).orElse(List.of()).stream()
                .map(word -> new Persona(word.name(), word.title(), scored.contains(word.name())))
                .toList();
        return new Study(personas, subjects, testimony);
    }

    private Subject subject(String userId, List<Findings> timeline) {
        GroundTruth truth = dataset.groundTruth(userId);
        List<Look> looks = new ArrayList<>(timeline.size());
        for (Findings findings : timeline) {
            findings.scores().stream().map(Score::persona).forEach(scored::add);
            testimony.add(findings, truth.profilesOn(findings.asOf()));
            looks.add(new Look(
                    shared(findings.asOf()),
                    findings.personas().stream().map(this::compact).toList()));
        }
        Customer customer = dataset.customer(userId);
        return new Subject(
                number,
                customer.age(),
                shared(customer.region()),
                customer.annualIncome(),
                from,
                new GroundTruth(
                        userId, truth.episodes().stream().map(this::compact).toList(), truth.events()),
                looks);
    }

    private PersonaAssignment compact(PersonaAssignment one) {
        return new PersonaAssignment(shared(one.persona()), one.rank(), one.confidence());
    }

    private Episode compact(Episode one) {
        return new Episode(
                shared(one.profile()), shared(one.from()), shared(one.to()), shared(one.cause()), one.intensity());
    }

    /** One object for all equal ones: rows repeat a few names and dates a hundred thousand times. */
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) known.computeIfAbsent(value, same -> same);
    }
}
