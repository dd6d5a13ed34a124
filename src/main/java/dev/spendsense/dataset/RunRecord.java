package dev.spendsense.dataset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dataset says of itself.
 *
 * @param origin what it was made from
 * @param counts rows by public table; of findings, those of the latest look
 * @param usersByProfile how many users began with each planted profile, in the order of the population
 * @param looks the dates at which rules looked at the users, in order; empty when none did
 * @param fingerprint root over all users' data
 * @param findingsFingerprint root over all users' findings; empty when no rules judged them
 */
public record RunRecord(
        RunOrigin origin,
        Map<String, Long> counts,
        Map<String, Integer> usersByProfile,
        List<LocalDate> looks,
        Fingerprint fingerprint,
        Optional<Fingerprint> findingsFingerprint) {

    public RunRecord {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        looks = List.copyOf(looks);
        usersByProfile = Collections.unmodifiableMap(new LinkedHashMap<>(usersByProfile));
    }
}
