package dev.spendsense.run;

import dev.spendsense.dataset.RunRecord;
import java.nio.file.Path;

/**
 * What a run has made.
 *
 * @param dataset the file
 * @param bytes its size
 * @param run what the dataset says of itself: counts, fingerprint, seed
 * @param usersKept of those in it, how many an interrupted run had made before
 * @param transactionsMade of the others
 * @param timings where the time went
 */
public record GenerationResult(
        Path dataset, long bytes, RunRecord run, int usersKept, long transactionsMade, Timings timings) {}
