package dev.spendsense.queue;

import dev.spendsense.review.KeptLog;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Detail;
import dev.spendsense.review.audit.Entry;
import dev.spendsense.review.audit.EntryFilter;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.NewEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the server's log says of runs. That one was started is written after it was, once for each run that there is; that
 * one is deleted is written before anything is removed, so that what was written is done, perhaps by the next process.
 */
final class RunLog implements AutoCloseable {

    /** The role that it takes to order a run. */
    private static final String ORDERING = "analyst";

    private static final String KEPT = "deleted";
    private static final int MOST_OF_A_NAME = 100;

    private final Path folder;
    private final AuditLog log;
    private final Clock clock;

    private RunLog(Path folder, AuditLog log, Clock clock) {
        this.folder = folder;
        this.log = log;
        this.clock = clock;
    }

    static RunLog open(Path folder, Clock clock) {
        return new RunLog(folder, AuditLog.ofServer(folder, clock), clock);
    }

    /** Writes down who asked for a run, unless that was done. */
    void started(Run run) {
        log.append(() -> {
            if (find(Action.RUN_STARTED, run).isPresent()) {
                return List.of();
            }
            String what = run.order().scenario()
                    + String.format(
                            Locale.ROOT,
                            ", %,d users, %,d days",
                            run.order().users(),
                            run.order().days());
            return List.of(entry(new Actor(run.order().requester(), ORDERING), Action.RUN_STARTED, run, "", what));
        });
    }

    /**
     * Writes down that a run is deleted. From then on it is.
     *
     * @param dataset whether what it made is removed as well
     */
    void deleted(Actor by, Run run, boolean dataset) {
        String reason = reason(run);
        Optional<Head> end = dataset ? kept(run).end(by, reason) : Optional.empty();
        log.append(() -> {
            List<NewEntry> entries = new ArrayList<>();
            if (dataset) {
                Detail removal = new Detail(
                        run.order().dataset(),
                        run.result().map(RunResult::fingerprint).orElse(""),
                        end.map(Head::toString).orElse(""),
                        reason,
                        "",
                        "",
                        "",
                        end.map(head -> String.format(
                                        Locale.ROOT,
                                        "its log of %,d entries is kept as %s",
                                        head.sequence(),
                                        place(run)))
                                .orElse("nothing was ever done to it"),
                        0);
                entries.add(new NewEntry(by, Action.DATASET_DELETED, "", removal));
            }
            entries.add(entry(by, Action.RUN_DELETED, run, run.status().word(), ""));
            return entries;
        });
    }

    /** Whether it is written down that a run is deleted. */
    boolean isDeleted(Run run) {
        return find(Action.RUN_DELETED, run).isPresent();
    }

    /** Whether it is written down that a run's dataset is removed with it. */
    boolean isDatasetDeleted(Run run) {
        return removal(run).isPresent();
    }

    /** The log of the dataset that a run has made, and where it is kept. */
    KeptLog kept(Run run) {
        return new KeptLog(folder.resolve(run.order().dataset() + ".db"), folder.resolve(place(run)), clock);
    }

    /** The end of that log as it was written down; empty when the dataset had none. */
    Optional<Head> end(Run run) {
        return removal(run).flatMap(Entry::detail).map(Detail::after).flatMap(Head::parse);
    }

    private Optional<Entry> removal(Run run) {
        return named(Action.DATASET_DELETED, run.order().dataset()).stream()
                .filter(entry -> entry.detail().orElseThrow().reason().equals(reason(run)))
                .findFirst();
    }

    private Optional<Entry> find(Action action, Run run) {
        return named(action, run.id()).stream()
                .filter(entry -> entry.detail().orElseThrow().note().equals(moment(run)))
                .findFirst();
    }

    private List<Entry> named(Action action, String target) {
        EntryFilter filter = new EntryFilter(
                Optional.empty(),
                Optional.of(action),
                Optional.empty(),
                Optional.of(target),
                Optional.empty(),
                Optional.empty());
        return log.page(filter, Long.MAX_VALUE, MOST_OF_A_NAME);
    }

    private static NewEntry entry(Actor by, Action action, Run run, String before, String after) {
        Detail detail =
                new Detail(run.id(), before, after, "dataset " + run.order().dataset(), "", "", "", moment(run), 0);
        return new NewEntry(by, action, "", detail);
    }

    /** Tells a run from one of the same number, should the file of the runs have been lost. */
    private static String moment(Run run) {
        return "asked for at " + run.submitted();
    }

    private static String reason(Run run) {
        return "with run " + run.id() + ", " + moment(run);
    }

    private static String place(Run run) {
        return KEPT + "/" + run.order().dataset() + "-" + run.id() + "-"
                + run.submitted().toEpochMilli() + ".ops.db";
    }

    @Override
    public void close() {
        log.close();
    }
}
