package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.Erasure;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Detail;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.NewEntry;
import dev.spendsense.review.audit.OperationsException;
import dev.spendsense.review.audit.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people do to one dataset. Several threads may use it, and several processes may have the same dataset open: each
 * sees what the others did before it does anything itself. What was acknowledged survives whatever happens to the
 * process.
 */
public final class Review implements AutoCloseable {

    private final ReviewTerms terms;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Judge judge;

    private Review(ReviewTerms terms, Ledger ledger) {
        this.terms = terms;
        this.ledger = ledger;
        this.decisions = new Decisions(ledger, terms);
        this.judge = new Judge(ledger.file());
    }

    /**
     * Opens what was done to a dataset. When another dataset has taken the name since, the log notes it; when an erasure
     * was cut short after the new dataset had taken its place, it is brought to its end.
     *
     * @param dataset the dataset's file
     * @param terms what those who own the rules have settled
     * @param clock tells when something is done
     * @throws DatasetException when the dataset cannot be read
     * @throws OperationsException when what was done cannot be read or kept
     */
    public static Review open(Path dataset, ReviewTerms terms, Clock clock) {
        Dataset opened = Dataset.openUnmapped(dataset);
        AuditLog log = null;
        try {
            log = AuditLog.open(Dataset.operationsFile(dataset), clock);
            Review review = new Review(terms, new Ledger(opened, terms, log));
            review.bind();
            return review;
        } catch (RuntimeException e) {
            opened.close();
            if (log != null) {
                log.close();
            }
            throw e;
        }
    }

    private synchronized void bind() {
        ledger.bind(() -> {
            String before = ledger.standings().dataset();
            boolean same = before.equals(ledger.binding());
            if (same && !ledger.standings().removed()) {
                return List.of();
            }
            for (Entry begun : ledger.standings().begunErasures()) {
                if (begun.detail().orElseThrow().after().equals(ledger.binding())) {
                    return List.of(erased(Actor.PROGRAM, begun));
                }
            }
            String reason = before.isEmpty() || same ? "" : "another dataset has taken the name";
            Detail change = Detail.change(ledger.name(), before, ledger.binding(), reason);
            return List.of(new NewEntry(Actor.PROGRAM, Action.BOUND, "", change));
        });
    }

    private static NewEntry erased(Actor actor, Entry begun) {
        Detail detail = begun.detail().orElseThrow();
        return new NewEntry(
                actor,
                Action.ERASED,
                begun.subject(),
                Detail.change(begun.subject(), detail.before(), detail.after(), ""));
    }

    // What holds

    /** Number of the last thing that was done; grows with everything that is. */
    public long revision() {
        ledger.catchUp();
        return ledger.standings().revision();
    }

    /** What is otherwise than the dataset has it, by entries after some number, oldest first. */
    public List<Change> changes(long after) {
        ledger.catchUp();
        return ledger.standings().since(after);
    }

    /** Whether another dataset has taken the name, so that this has to be closed and opened again. */
    public boolean replaced() {
        ledger.catchUp();
        return !ledger.standings().dataset().equals(ledger.binding());
    }

    /** Whether this is about the very dataset that says this of itself. */
    public boolean isOf(RunRecord run) {
        return ledger.binding().equals(Binding.of(run));
    }

    /**
     * What was decided about a piece of advice.
     *
     * @throws Refusal when the dataset does not give it and nothing was ever decided about it, or the user has not given
     *     consent
     */
    public synchronized AdviceReview advice(RecommendationId id) {
        ledger.catchUp();
        ledger.requireConsent(id.userId());
        AdviceReview review = ledger.standings().advice(id);
        if (review.version() == 0 && !ledger.queue().gives(id)) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no advice " + id);
        }
        return review;
    }

    /** What was decided about advice that the dataset is known to give, of users who are known to consent. */
    public List<AdviceReview> given(List<RecommendationId> advice) {
        ledger.catchUp();
        return advice.stream().map(ledger.standings()::advice).toList();
    }

    /** The place of a piece of advice in the queue; empty when the dataset does not give it or it must not be shown. */
    public synchronized Optional<QueueItem> item(RecommendationId id) {
        ledger.catchUp();
        return ledger.queue().item(id);
    }

    /** A piece of advice as the rules gave it; empty when the dataset does not give it or it must not be shown. */
    public synchronized Optional<Recommendation> given(RecommendationId id) {
        ledger.catchUp();
        if (ledger.queue().item(id).isEmpty()) {
            return Optional.empty();
        }
        return ledger.dataset()
                .findings(id.userId())
                .flatMap(findings -> findings.recommendations().stream()
                        .filter(advice -> advice.code().equals(id.code()))
                        .findFirst());
    }

    /** What was decided about a user. */
    public synchronized UserReview user(String userId) {
        ledger.catchUp();
        ledger.requireUser(userId);
        return ledger.standings().user(userId);
    }

    /** Whether a user's findings may be shown: what was said last, or else what the dataset says. */
    public synchronized boolean consents(String userId) {
        ledger.catchUp();
        return ledger.consent(userId);
    }

    /**
     * A page of the review queue.
     *
     * @param cursor where the page before ended; empty for the first one
     * @throws Refusal when the cursor is none of this dataset and order
     */
    public synchronized QueuePage queue(QueueQuery query, Optional<String> cursor, int limit) {
        ledger.catchUp();
        return ledger.queue().page(query, cursor, limit);
    }

    /** What was decided about advice that the dataset does not give (any more), of users who have given consent. */
    public synchronized List<AdviceReview> orphans() {
        ledger.catchUp();
        return ledger.queue().orphans().stream()
                .filter(review -> ledger.consent(review.id().userId()))
                .toList();
    }

    /** What can be chosen from. */
    public ReviewTerms terms() {
        return terms;
    }

    // What people do

    /**
     * Decides about a piece of advice.
     *
     * @return the entry of the log
     * @throws Refusal when it cannot be decided so, or is not as it was seen
     */
    public Entry decide(Actor actor, Expected advice, Decision decision) {
        return decide(actor, List.of(advice), decision).get(0);
    }

    /**
     * Decides the same about several pieces of advice: about all, or when one refuses, about none.
     *
     * @return the entries of the log, in the order given
     */
    public List<Entry> decide(Actor actor, List<Expected> advice, Decision decision) {
        decisions.check(advice, decision);
        Decision passed = decision.action() == Action.OVERRIDDEN ? reworded(advice.get(0), decision) : decision;
        synchronized (this) {
            return decisions.decide(actor, advice, passed);
        }
    }

    private Decision reworded(Expected advice, Decision decision) {
        synchronized (this) {
            ledger.catchUp();
            ledger.requireSeen(advice);
        }
        Recommendation passed = judge.reworded(advice.id(), decision.title(), decision.body());
        return Decision.override(passed.title(), passed.body(), decision.reason(), decision.note());
    }

    /**
     * Makes entries count no more: decisions about advice, or personas that were said. All or, when one refuses, none.
     *
     * @param sequences numbers of the entries
     * @throws Refusal when an entry is none of those, or is undone already
     */
    public synchronized List<Entry> undo(Actor actor, List<Long> sequences, String note) {
        return decisions.undo(actor, sequences, note);
    }

    /**
     * Says what a user's first persona is.
     *
     * @param persona one of those that the dataset's rules declare
     * @param justification why; not empty
     * @param version that was seen of {@link #user}
     */
    public synchronized Entry overridePersona(
            Actor actor, String userId, String persona, String justification, long version) {
        return decisions.overridePersona(actor, userId, persona, justification, version);
    }

    /**
     * Notes what a user says about consent. It holds at once, here and for everybody who asks for {@link #changes}.
     *
     * @return the entry of the log; empty when it was so already
     */
    public synchronized Optional<Entry> setConsent(Actor actor, String userId, boolean given, String reason) {
        Decision.checkText("reason", reason, Decision.LONGEST_TEXT, false);
        return ledger
                .write(() -> {
                    ledger.requireUser(userId);
                    return ledger.consent(userId) == given ? List.of() : List.of(consent(actor, userId, given, reason));
                })
                .stream()
                .findFirst();
    }

    private static NewEntry consent(Actor actor, String userId, boolean given, String reason) {
        String after = given ? "given" : "revoked";
        Action action = given ? Action.CONSENT_GRANTED : Action.CONSENT_REVOKED;
        return new NewEntry(actor, action, userId, Detail.change(userId, given ? "revoked" : "given", after, reason));
    }

    /**
     * Erases everything that was found about a user, and what the log says of it. Consent counts as revoked before the
     * dataset is touched. Cut short at any point, the user stays hidden, and the dataset is the old one or the new one.
     *
     * @return the dataset's fingerprints before and after
     * @throws DatasetException when the dataset cannot be written
     */
    public Erased erase(Actor actor, String userId, String reason) {
        Decision.checkText("reason", reason, Decision.LONGEST_TEXT, false);
        synchronized (this) {
            ledger.write(() -> {
                ledger.requireCurrent();
                ledger.requireUser(userId);
                return ledger.consent(userId) ? List.of(consent(actor, userId, false, reason)) : List.of();
            });
        }
        // Writing the dataset anew takes long; meanwhile people go on.
        try (Erasure erasure = Erasure.prepare(ledger.file(), userId)) {
            return complete(actor, userId, reason, erasure);
        }
    }

    private synchronized Erased complete(Actor actor, String userId, String reason, Erasure erasure) {
        String before = Binding.of(erasure.before());
        String after = Binding.of(erasure.after());
        if (!before.equals(ledger.binding())) {
            throw new Refusal(Refusal.Kind.REPLACED, "another dataset has taken the name of " + ledger.file());
        }
        Detail detail = Detail.change(userId, before, after, reason);
        List<Entry> begun = ledger.write(() -> {
            ledger.requireCurrent();
            return List.of(new NewEntry(actor, Action.ERASURE_BEGUN, userId, detail));
        });
        erasure.publish();
        ledger.reopen();
        Entry entry = ledger.write(() -> List.of(erased(actor, begun.get(0)))).get(0);
        ledger.log().forgetErased();
        return new Erased(entry, before, after);
    }

    /**
     * An erasure that has come to its end.
     *
     * @param entry of the log
     * @param before the dataset's fingerprints before
     * @param after the dataset's fingerprints now
     */
    public record Erased(Entry entry, String before, String after) {}

    // What was done

    /** A page of the log, newest first; what it says of users who do not consent is left out. */
    public synchronized List<Entry> entries(EntryFilter filter, long before, int limit) {
        ledger.catchUp();
        if (isHidden(filter)) {
            return List.of();
        }
        return ledger.log().page(filter, before, limit).stream()
                .map(this::shown)
                .toList();
    }

    /** How many entries {@link #entries} shows over all its pages. */
    public synchronized long entryCount(EntryFilter filter) {
        ledger.catchUp();
        return isHidden(filter) ? 0 : ledger.log().count(filter);
    }

    private boolean isHidden(EntryFilter filter) {
        Optional<RecommendationId> advice = filter.target().flatMap(RecommendationId::parse);
        return advice.isPresent() && !ledger.consent(advice.get().userId());
    }

    /** All entries that a filter lets through, newest first, with the same left out. */
    public void export(EntryFilter filter, Consumer<Entry> reader) {
        long before = Long.MAX_VALUE;
        List<Entry> page = entries(filter, before, 1_000);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = entries(filter, page.get(page.size() - 1).sequence(), 1_000);
        }
    }

    private Entry shown(Entry entry) {
        boolean about = Status.after(entry.action()).isPresent() || isAboutFindings(entry.action());
        boolean hidden = about && !ledger.consent(entry.subject());
        return hidden ? entry.withoutDetail() : entry;
    }

    private static boolean isAboutFindings(Action action) {
        return action == Action.NOTED || action == Action.UNDONE || action == Action.PERSONA_OVERRIDDEN;
    }

    /** Walks along the whole log; see {@link AuditLog#verify}. */
    public Verification verify(Optional<Head> pinned) {
        return ledger.log().verifyApart(pinned);
    }

    /** The end of the log, to be noted elsewhere. */
    public Head head() {
        return ledger.log().head();
    }

    /**
     * The rules that people disagree with.
     *
     * @param most how many users, who were not before, are judged again for it at most
     */
    public Disagreements disagreements(int most) {
        DisagreementReport report;
        synchronized (this) {
            ledger.catchUp();
            report = DisagreementReport.on(ledger.standings(), ledger.queue());
        }
        return report.by(judge, ledger.file(), most);
    }

    @Override
    public synchronized void close() {
        ledger.close();
    }
}
