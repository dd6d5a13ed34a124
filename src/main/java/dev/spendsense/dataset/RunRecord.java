package dev.spendsense.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a dataset says of itself.
 *
 * @param origin what it was made from
 * @param counts rows by public table
 * @param usersByProfile how many users began with each planted profile, in the order of the population
 * @param fingerprint root over all users' data
 * @param findingsFingerprint root over all users' findings; empty when no rules judged them
 */
public record RunRecord(
        RunOrigin origin,
        Map<String, Long> counts,
        Map<String, Integer> usersByProfile,
        Fingerprint fingerprint,
        Optional<Fingerprint> findingsFingerprint) {

    public RunRecord {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        usersByProfile = Collections.unmodifiableMap(new LinkedHashMap<>(usersByProfile));
    }
}
