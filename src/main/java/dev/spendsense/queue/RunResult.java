package dev.spendsense.queue;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.RunRecord;
import java.util.Optional;

/**
 * What a completed run has made.
 *
 * @param bytes size of the dataset
 * @param fingerprint of its data, hexadecimal
 * @param findingsFingerprint of its findings, hexadecimal; empty when nobody was judged
 */
public record RunResult(long bytes, String fingerprint, Optional<String> findingsFingerprint) {

    static RunResult of(RunRecord record, long bytes) {
        return new RunResult(
                bytes,
                record.fingerprint().toString(),
                record.findingsFingerprint().map(Fingerprint::toString));
    }
}
