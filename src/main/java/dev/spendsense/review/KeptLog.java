package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.audit.Action;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Detail;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.NewEntry;
import dev.spendsense.review.audit.OperationsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The log of a dataset that is removed: it is ended by an entry, and a copy that can be verified is kept elsewhere. The
 * copy says what the log says and no more: what was erased there is not in it.
 *
 * @param dataset the dataset's file, there or not
 * @param kept where the copy is
 */
public record KeptLog(Path dataset, Path kept, Clock clock) {

    private static final List<String> FILES = List.of("", "-wal", "-shm");

    /**
     * Ends the log, so that whoever has it open does nothing more to the dataset, and copies it. May be repeated.
     *
     * @param reason why the dataset is removed
     * @return the end of the log; empty when there is none
     * @throws OperationsException when it cannot be kept; then nothing must be removed
     */
    public Optional<Head> end(Actor by, String reason) {
        Path operations = Dataset.operationsFile(dataset);
        if (!Files.exists(operations)) {
            return Optional.empty();
        }
        try (AuditLog log = AuditLog.open(operations, clock)) {
            Detail removal = Detail.change(String.valueOf(dataset.getFileName()), "", "", reason);
            log.append(() -> List.of(new NewEntry(by, Action.REMOVAL_BEGUN, "", removal)));
            log.copyTo(kept);
            return Optional.of(log.head());
        }
    }

    /**
     * Removes the log once the dataset is gone; what came to it after it was copied is in the copy all the same. May be
     * repeated. A log that does not go on from the copy belongs to something else and stays.
     *
     * @param end of the log when it was copied
     */
    public void remove(Head end) throws IOException {
        Path operations = Dataset.operationsFile(dataset);
        if (!Files.exists(operations)) {
            return;
        }
        try (AuditLog log = AuditLog.open(operations, clock)) {
            if (!log.verify(Optional.of(end)).holds()) {
                return;
            }
            if (!log.head().equals(end)) {
                log.copyTo(kept);
            }
        }
        for (String each : FILES) {
            Files.deleteIfExists(operations.resolveSibling(operations.getFileName() + each));
        }
    }
}
