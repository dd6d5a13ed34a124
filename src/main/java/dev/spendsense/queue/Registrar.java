package dev.spendsense.queue;

import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.OperationsException;

/** Sees to it that what is done with runs and what is written down about it never part, wherever a process ends. */
record Registrar(RunStore store, RunLog log, RunMaker maker) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Registrar.class.getName());

    /** Writes down what an earlier process did and did not write down, and does what it wrote down and did not do. */
    void catchUp() {
        for (RunStatus status : RunStatus.values()) {
            for (Run run : store.all(status)) {
                log.started(run);
                if (log.isDeleted(run)) {
                    remove(run, log.isDatasetDeleted(run) && maker.isOwn(run));
                }
            }
        }
    }

    /** Writes down who asked for a run that was taken on; if the disk has no room for it now, the next process does. */
    void enter(Run run) {
        try {
            log.started(run);
        } catch (OperationsException e) {
            LOG.log(System.Logger.Level.WARNING, "who asked for " + run.id() + " is written down later", e);
        }
    }

    /**
     * Removes a run that has ended.
     *
     * @throws RefusedRun when its dataset is to be removed as well and is another by now
     */
    void strike(Run run, boolean withDataset, Actor by) {
        boolean dataset = withDataset
                && run.status() == RunStatus.COMPLETED
                && maker.exists(run.order().dataset());
        if (dataset) {
            maker.requireOwn(run);
        }
        try {
            log.started(run);
            log.deleted(by, run, dataset);
        } catch (OperationsException e) {
            throw new QueueFailure("run " + run.id() + " was not deleted: " + e.getMessage(), e);
        }
        remove(run, dataset);
    }

    private void remove(Run run, boolean dataset) {
        if (dataset) {
            maker.remove(run);
        }
        if (log.isDatasetDeleted(run) && !maker.exists(run.order().dataset())) {
            log.end(run).ifPresent(end -> maker.remove(log.kept(run), end));
        }
        store.delete(run);
    }

    @Override
    public void close() {
        log.close();
    }
}
