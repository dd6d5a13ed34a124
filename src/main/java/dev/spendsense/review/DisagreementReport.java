package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.review.Judge.Causes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings together what was decided, for whom, and the rules behind it. */
final class DisagreementReport {

    private final Dataset dataset;
    private final Standings standings;
    private final ReviewQueue queue;
    private final Judge judge;

    DisagreementReport(Dataset dataset, Standings standings, ReviewQueue queue, Judge judge) {
        this.dataset = dataset;
        this.standings = standings;
        this.queue = queue;
        this.judge = judge;
    }

    Disagreements of(int most) {
        DisagreementCount count = new DisagreementCount();
        int left = most;
        int users = 0;
        int waiting = 0;
        for (Map.Entry<String, Map<String, Status>> user : decided().entrySet()) {
            boolean known = judge.knows(user.getKey());
            if (!known && left == 0) {
                waiting++;
                continue;
            }
            left -= known ? 0 : 1;
            users++;
            dataset.findings(user.getKey()).ifPresent(findings -> count(findings, user.getValue(), count));
        }
        return new Disagreements(count.result(), users, waiting);
    }

    /** By user what was decided about each code; users of whom only the persona was decided have none. */
    private Map<String, Map<String, Status>> decided() {
        Map<String, Map<String, Status>> decided = new LinkedHashMap<>();
        standings.touchedAdvice().forEach(id -> {
            Status status = standings.advice(id).status();
            if (status != Status.PENDING && queue.item(id).isPresent()) {
                decided.computeIfAbsent(id.userId(), added -> new HashMap<>()).put(id.code(), status);
            }
        });
        standings.touchedPersonas().forEach(user -> {
            boolean said = standings.user(user).persona().isPresent();
            if (said && queue.hasUser(user) && standings.consent(user).orElse(true)) {
                decided.computeIfAbsent(user, added -> new HashMap<>());
            }
        });
        return decided;
    }

    private void count(Findings findings, Map<String, Status> decided, DisagreementCount count) {
        String user = findings.userId();
        Causes causes = judge.causes(user, findings.asOf());
        Set<String> personas = new HashSet<>();
        for (Recommendation advice : findings.recommendations()) {
            Status status = decided.get(advice.code());
            if (status != null) {
                count.advice(status, causes.advice().getOrDefault(advice.code(), Set.of()));
                personas.add(advice.persona());
            }
        }
        Optional<String> first = findings.primaryPersona().map(PersonaAssignment::persona);
        count.personas(personas, standings.user(user).persona(), first, causes.personas());
    }
}
