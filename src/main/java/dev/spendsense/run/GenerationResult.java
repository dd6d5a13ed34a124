package dev.spendsense.run;

import dev.spendsense.dataset.RunRecord;
import java.nio.file.Path;

/**
 * What a run has made.
 *
 * @param dataset the file
 * @param bytes its size
 * @param run what the dataset says of itself: counts, fingerprint, seed
 * @param timings where the time went
 */
public record GenerationResult(Path dataset, long bytes, RunRecord run, Timings timings) {}
