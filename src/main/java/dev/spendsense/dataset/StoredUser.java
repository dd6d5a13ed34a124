package dev.spendsense.dataset;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.truth.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One user with everything that a dataset keeps, in whatever form it is kept.
 *
 * @param position in the population, from 0
 * @param history what the bank sees
 * @param truth what was planted
 * @param timeline what rules concluded at each look, by date; empty when none have judged the user
 * @param fingerprint of history and truth
 * @param looks fingerprints of the findings of each look
 * @param findingsFingerprint of the findings of all looks
 */
public record StoredUser(
        int position,
        History history,
        GroundTruth truth,
        List<Findings> timeline,
        Fingerprint fingerprint,
        List<Fingerprint> looks,
        Fingerprint findingsFingerprint) {

    public StoredUser {
        timeline = List.copyOf(timeline);
        looks = List.copyOf(looks);
    }

    /**
     * A user with the fingerprints that follow from the rest.
     *
     * @throws IllegalArgumentException when a dataset could not give back exactly this history, truth and findings
     */
    public static StoredUser of(int position, History history, GroundTruth truth, List<Findings> timeline) {
        String userId = history.customer().id();
        if (!truth.userId().equals(userId)) {
            throw new IllegalArgumentException("truth of " + truth.userId() + " given for " + userId);
        }
        StorableHistory.check(history);
        StorableFindings.check(history, timeline);
        FindingsDigest digest = new FindingsDigest(new CategoryNames());
        List<Fingerprint> looks = new ArrayList<>();
        for (Findings findings : timeline) {
            looks.add(digest.of(userId, Optional.of(findings)));
        }
        return new StoredUser(
                position,
                history,
                truth,
                timeline,
                new UserDigest().of(history, truth),
                looks,
                digest.of(userId, looks));
    }

    /** The identifier of the person. */
    public String userId() {
        return history.customer().id();
    }
}
