package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.review.Judge.Causes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings together what was decided at some moment, for whom, and the rules behind it. */
final class DisagreementReport {

    private final Map<String, Decided> decided = new LinkedHashMap<>();

    /** What was decided about a user: by code about advice, and about the first persona. */
    private record Decided(Map<String, Status> advice, Optional<String> persona) {}

    private DisagreementReport() {}

    /** What was decided up to now about advice that the dataset gives and users who consent. */
    static DisagreementReport on(Standings standings, ReviewQueue queue) {
        DisagreementReport report = new DisagreementReport();
        standings.touchedAdvice().forEach(id -> {
            Status status = standings.advice(id).status();
            if (status != Status.PENDING && queue.item(id).isPresent()) {
                report.about(id.userId(), standings).advice.put(id.code(), status);
            }
        });
        standings.touchedPersonas().forEach(user -> {
            boolean said = standings.user(user).persona().isPresent();
            if (said && queue.hasUser(user) && standings.consent(user).orElse(true)) {
                report.about(user, standings);
            }
        });
        return report;
    }

    private Decided about(String user, Standings standings) {
        return decided.computeIfAbsent(
                user, added -> new Decided(new HashMap<>(), standings.user(user).persona()));
    }

    /** @param most how many users, who were not before, are judged again at most */
    Disagreements by(Judge judge, Path file, int most) {
        DisagreementCount count = new DisagreementCount();
        int left = most;
        int users = 0;
        int waiting = 0;
        try (Dataset dataset = Dataset.openUnmapped(file)) {
            for (Map.Entry<String, Decided> user : decided.entrySet()) {
                boolean known = judge.knows(user.getKey());
                if (!known && left == 0) {
                    waiting++;
                    continue;
                }
                left -= known ? 0 : 1;
                users++;
                dataset.findings(user.getKey())
                        .ifPresent(findings -> count(
                                findings,
                                user.getValue(),
                                judge.causes(dataset, user.getKey(), findings.asOf()),
                                count));
            }
        }
        return new Disagreements(count.result(), users, waiting);
    }

    private static void count(Findings findings, Decided decided, Causes causes, DisagreementCount count) {
        Set<String> personas = new HashSet<>();
        for (Recommendation advice : findings.recommendations()) {
            Status status = decided.advice.get(advice.code());
            if (status != null) {
                count.advice(status, causes.advice().getOrDefault(advice.code(), Set.of()));
                personas.add(advice.persona());
            }
        }
        Optional<String> first = findings.primaryPersona().map(PersonaAssignment::persona);
        count.personas(personas, decided.persona, first, causes.personas());
    }
}
