package dev.spendsense.review;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.Detail;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.NewEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes entries of what people decide, once nothing speaks against it. For one thread at a time. */
final class Decisions {

    private final Ledger ledger;
    private final ReviewTerms terms;

    Decisions(Ledger ledger, ReviewTerms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    /** What can be said against a decision without looking at the advice. */
    void check(List<Expected> advice, Decision decision) {
        decision.check(terms);
        boolean override = decision.action() == Action.OVERRIDDEN;
        if (override && advice.size() != 1) {
            throw new Refusal(Refusal.Kind.INVALID, "decision", "a text is written for one piece of advice at a time");
        }
        if (advice.stream().map(Expected::id).distinct().count() < advice.size()) {
            throw new Refusal(Refusal.Kind.INVALID, "recommendations", "a piece of advice is named twice");
        }
    }

    List<Entry> decide(Actor actor, List<Expected> advice, Decision decision) {
        ledger.queue(); // before the log is held, as it may have to be read from the dataset first
        return ledger.write(() -> {
            ledger.requireCurrent();
            return advice.stream().map(each -> entry(actor, each, decision)).toList();
        });
    }

    private NewEntry entry(Actor actor, Expected advice, Decision decision) {
        AdviceReview review = ledger.requireSeen(advice);
        String before = review.status().label();
        Detail detail = new Detail(
                advice.id().toString(),
                before,
                Status.after(decision.action()).map(Status::label).orElse(before),
                decision.reason(),
                decision.severity(),
                decision.title(),
                decision.body(),
                decision.note(),
                0);
        return new NewEntry(actor, decision.action(), advice.id().userId(), detail);
    }

    List<Entry> undo(Actor actor, List<Long> sequences, String note) {
        Decision.checkText("note", note, Decision.LONGEST_TEXT, false);
        return ledger.write(() -> {
            ledger.requireCurrent();
            return sequences.stream()
                    .distinct()
                    .map(number -> undoing(actor, number, note))
                    .toList();
        });
    }

    private NewEntry undoing(Actor actor, long number, String note) {
        Entry entry = ledger.log().page(EntryFilter.ALL, number + 1, 1).stream()
                .filter(found -> found.sequence() == number && found.detail().isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no entry " + number + " to undo"));
        boolean undoable = Status.after(entry.action()).isPresent() || entry.action() == Action.PERSONA_OVERRIDDEN;
        if (!undoable) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "entry " + number + " is no decision: " + entry.action().label());
        }
        if (ledger.standings().isUndone(number)) {
            throw new Refusal(Refusal.Kind.STALE, "entry " + number + " is undone already");
        }
        ledger.requireConsent(entry.subject());
        Detail detail = entry.detail().orElseThrow();
        return new NewEntry(
                actor,
                Action.UNDONE,
                entry.subject(),
                new Detail(detail.target(), detail.after(), "", "", "", "", "", note, number));
    }

    Entry overridePersona(Actor actor, String userId, String persona, String justification, long version) {
        Decision.checkText("justification", justification, Decision.LONGEST_TEXT, true);
        Set<String> personas = ledger.dataset().run().origin().rules().stream()
                .flatMap(rules -> rules.personas().stream())
                .map(word -> word.name())
                .collect(Collectors.toSet());
        if (!personas.contains(persona)) {
            String known = personas.stream().sorted().collect(Collectors.joining(", "));
            throw new Refusal(
                    Refusal.Kind.INVALID, "persona", "persona: expected one of " + known + ", not '" + persona + "'");
        }
        return ledger.write(() -> {
                    ledger.requireCurrent();
                    ledger.requireUser(userId);
                    ledger.requireConsent(userId);
                    UserReview review = ledger.standings().user(userId);
                    Ledger.requireVersion(userId, version, review.version(), review.entries());
                    String before = review.persona()
                            .orElseGet(() -> firstPersona(userId).orElse(""));
                    Detail detail = Detail.change(userId, before, persona, justification);
                    return List.of(new NewEntry(actor, Action.PERSONA_OVERRIDDEN, userId, detail));
                })
                .get(0);
    }

    private Optional<String> firstPersona(String userId) {
        return ledger.dataset()
                .findings(userId)
                .flatMap(Findings::primaryPersona)
                .map(PersonaAssignment::persona);
    }
}
