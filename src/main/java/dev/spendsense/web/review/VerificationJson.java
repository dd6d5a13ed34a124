package dev.spendsense.web.review;

import dev.spendsense.review.audit.Verification;

/**
 * Whether the log is as it was written.
 *
 * @param head to be noted elsewhere, and given the next time
 * @param sequence of the first entry that is not; missing when all are
 * @param problem what is wrong with it
 */
record VerificationJson(boolean holds, long entries, String head, Long sequence, String problem) {

    static VerificationJson of(Verification found) {
        return new VerificationJson(
                found.holds(),
                found.entries(),
                found.head().toString(),
                found.fault().map(Verification.Fault::sequence).orElse(null),
                found.fault().map(Verification.Fault::problem).orElse(null));
    }
}
