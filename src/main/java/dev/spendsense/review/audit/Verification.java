package dev.spendsense.review.audit;

import java.util.Optional;

/**
 * What came of walking along the chain.
 *
 * @param entries how many were found whole
 * @param head the last of them
 * @param fault the first that was not; empty when all are
 */
public record Verification(long entries, Head head, Optional<Fault> fault) {

    /**
     * Where the chain breaks.
     *
     * @param sequence number of the entry
     * @param problem what is wrong with it, in words
     */
    public record Fault(long sequence, String problem) {}

    /** Whether the log is as it was written. */
    public boolean holds() {
        return fault.isEmpty();
    }
}
