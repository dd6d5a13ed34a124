package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.NewEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A dataset, the log beside it, and what holds by both. For one thread at a time, but that any thread may catch up with the
 * log and ask what stands there.
 */
final class Ledger implements AutoCloseable {

    private final Path file;
    private final ReviewTerms terms;
    private final AuditLog log;
    private final Standings standings = new Standings();
    private Dataset dataset;
    private volatile String binding;
    private Optional<ReviewQueue> queue;

    Ledger(Dataset dataset, ReviewTerms terms, AuditLog log) {
        this.file = dataset.file();
        this.terms = terms;
        this.log = log;
        open(dataset);
    }

    private void open(Dataset opened) {
        dataset = opened;
        binding = Binding.of(dataset.run());
        queue = Optional.empty();
    }

    /** Reads the dataset anew that has taken the place of the old one. */
    void reopen() {
        dataset.close();
        open(Dataset.openUnmapped(file));
    }

    /** The file's name, by which people know the dataset. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    Path file() {
        return file;
    }

    AuditLog log() {
        return log;
    }

    Standings standings() {
        return standings;
    }

    Dataset dataset() {
        return dataset;
    }

    /** The fingerprints of the dataset that is open. */
    String binding() {
        return binding;
    }

    /**
     * Adds to the log what is made in full knowledge of it.
     *
     * @param makes the entries; what it throws calls the whole off
     * @throws Refusal when somebody is removing the dataset
     */
    List<Entry> write(Supplier<List<NewEntry>> makes) {
        return append(() -> {
            if (standings.removed()) {
                throw new Refusal(Refusal.Kind.REPLACED, file + " is being removed");
            }
            return makes.get();
        });
    }

    /** Adds what says which dataset the log belongs to, though one may have been removed before. */
    List<Entry> bind(Supplier<List<NewEntry>> makes) {
        return append(makes);
    }

    private List<Entry> append(Supplier<List<NewEntry>> makes) {
        List<Entry> added = log.append(() -> {
            catchUp();
            return makes.get();
        });
        catchUp();
        return added;
    }

    /** Takes in what others have done. */
    void catchUp() {
        synchronized (log) { // so that no entry is taken in twice
            log.since(standings.revision(), standings::apply);
        }
    }

    /** The review queue as it is now; read from the dataset the first time. */
    ReviewQueue queue() {
        if (queue.isEmpty()) {
            AdviceTable table = AdviceTable.read(dataset, terms);
            queue = Optional.of(new ReviewQueue(
                    table, standings, terms, dataset.run().origin().to(), binding.substring(0, 12)));
        }
        queue.get().catchUp();
        return queue.get();
    }

    /**
     * Whether a user's findings may be shown: what was said last, or else what the dataset says. Of those who are in this
     * dataset no more there is nothing but what was decided when they consented.
     */
    boolean consent(String userId) {
        return standings
                .consent(userId)
                .orElseGet(() -> !inDataset(userId) || dataset.customer(userId).consent());
    }

    private boolean inDataset(String userId) {
        return dataset.position(userId).isPresent();
    }

    void requireCurrent() {
        if (!standings.dataset().equals(binding)) {
            throw new Refusal(Refusal.Kind.REPLACED, "another dataset has taken the name of " + file);
        }
    }

    void requireUser(String userId) {
        if (!inDataset(userId)) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no user " + userId + " in " + name());
        }
    }

    void requireConsent(String userId) {
        if (!consent(userId)) {
            throw new Refusal(Refusal.Kind.NO_CONSENT, userId + " has not given consent, so there is nothing to see");
        }
    }

    static void requireVersion(String target, long seen, long version, List<Entry> entries) {
        if (seen != version) {
            String last = entries.isEmpty()
                    ? ""
                    : ": " + entries.get(entries.size() - 1).action().label() + " by "
                            + entries.get(entries.size() - 1).actor().name();
            throw new Refusal(
                    Refusal.Kind.STALE,
                    target + " is at version " + version + ", not " + seen + last + "; look at it again");
        }
    }

    AdviceReview requireSeen(Expected advice) {
        requireConsent(advice.id().userId());
        if (!queue().gives(advice.id())) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "the dataset gives no advice " + advice.id());
        }
        AdviceReview review = standings.advice(advice.id());
        requireVersion(advice.id().toString(), advice.version(), review.version(), review.entries());
        return review;
    }

    @Override
    public void close() {
        dataset.close();
        log.close();
    }
}
