package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds now, by the entries of the log up to some number. Every question is answered for itself, by any thread. */
final class Standings {

    private final Map<RecommendationId, List<Entry>> advice = new LinkedHashMap<>();
    private final Map<String, List<Entry>> personas = new LinkedHashMap<>();
    private final Map<String, Boolean> consents = new HashMap<>();
    private final Map<String, Entry> begun = new LinkedHashMap<>();
    private final Set<Long> undone = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private String dataset = "";
    private boolean removed;
    private long boundAt;
    private long revision;

    synchronized void apply(Entry entry) {
        revision = entry.sequence();
        switch (entry.action()) {
            case REMOVAL_BEGUN -> removed = true;
            case BOUND -> {
                removed = false;
                entry.detail().ifPresent(detail -> bind(detail.after()));
            }
            case CONSENT_GRANTED -> consent(entry, true);
            case CONSENT_REVOKED -> consent(entry, false);
            case ERASURE_BEGUN -> begun.put(entry.subject(), entry);
            case ERASED -> erase(entry);
            default -> entry.detail().ifPresent(detail -> decide(entry, detail.target()));
        }
    }

    private void bind(String binding) {
        boolean another = !dataset.isEmpty() && !dataset.equals(binding);
        boundAt = another ? revision : boundAt;
        dataset = binding;
    }

    private void consent(Entry entry, boolean given) {
        consents.put(entry.subject(), given);
        changes.add(new Change.Consent(revision, entry.subject(), given));
    }

    /** What was decided about the user is gone with the findings, whether or not its details had been read. */
    private void erase(Entry entry) {
        begun.remove(entry.subject());
        entry.detail().ifPresent(detail -> dataset = detail.after());
        consent(entry, false);
        advice.keySet().removeIf(id -> {
            boolean own = id.userId().equals(entry.subject());
            if (own) {
                changes.add(new Change.Decided(revision, id, Status.PENDING));
            }
            return own;
        });
        if (personas.remove(entry.subject()) != null) {
            changes.add(new Change.FirstPersona(revision, entry.subject(), Optional.empty()));
        }
    }

    private void decide(Entry entry, String target) {
        if (entry.action() == Action.UNDONE) {
            undone.add(entry.detail().orElseThrow().undoes());
        }
        Optional<RecommendationId> id = RecommendationId.parse(target);
        if (id.isPresent()) {
            advice.computeIfAbsent(id.get(), added -> new ArrayList<>()).add(entry);
            if (entry.action() != Action.NOTED) {
                changes.add(
                        new Change.Decided(revision, id.get(), advice(id.get()).status()));
            }
        } else {
            personas.computeIfAbsent(target, added -> new ArrayList<>()).add(entry);
            changes.add(new Change.FirstPersona(revision, target, user(target).persona()));
        }
    }

    /** Number of the last entry that was read. */
    synchronized long revision() {
        return revision;
    }

    /** The fingerprints of the dataset that the log belongs to; empty before the first entry. */
    synchronized String dataset() {
        return dataset;
    }

    /** The erasures that were begun and have not come to their end. */
    synchronized Collection<Entry> begunErasures() {
        return List.copyOf(begun.values());
    }

    /** Whether somebody is removing the dataset. */
    synchronized boolean removed() {
        return removed;
    }

    synchronized boolean isUndone(long sequence) {
        return undone.contains(sequence);
    }

    /** All advice that there is an entry about. */
    synchronized Collection<RecommendationId> touchedAdvice() {
        return List.copyOf(advice.keySet());
    }

    /** All users whose persona there is an entry about. */
    synchronized Collection<String> touchedPersonas() {
        return List.copyOf(personas.keySet());
    }

    /** What was said last about a user's consent; empty when nothing was. */
    synchronized Optional<Boolean> consent(String userId) {
        return Optional.ofNullable(consents.get(userId));
    }

    /** The changes by entries after some number, oldest first. */
    synchronized List<Change> since(long sequence) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).revision() <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return List.copyOf(changes.subList(low, changes.size()));
    }

    synchronized AdviceReview advice(RecommendationId id) {
        List<Entry> entries = advice.get(id);
        if (entries == null) {
            return AdviceReview.untouched(id);
        }
        Optional<Entry> decision = last(entries);
        return new AdviceReview(
                id,
                decision.flatMap(entry -> Status.after(entry.action())).orElse(Status.PENDING),
                entries.size(),
                decision,
                List.copyOf(entries),
                decision.filter(entry -> entry.sequence() < boundAt).isPresent());
    }

    synchronized UserReview user(String userId) {
        List<Entry> entries = personas.getOrDefault(userId, List.of());
        Optional<Entry> said = last(entries);
        return new UserReview(
                userId,
                consent(userId),
                said.map(entry -> entry.detail().orElseThrow().after()),
                entries.size(),
                said,
                begun.containsKey(userId),
                List.copyOf(entries));
    }

    /** The last entry that says something and is not undone. */
    private Optional<Entry> last(List<Entry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            boolean says = Status.after(entry.action()).isPresent() || entry.action() == Action.PERSONA_OVERRIDDEN;
            if (says && !isUndone(entry.sequence())) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
