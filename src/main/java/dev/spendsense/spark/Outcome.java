package dev.spendsense.spark;

import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run on Spark has made.
 *
 * @param folder where it is
 * @param users how many there are
 * @param usersKept of them, how many an interrupted run had made before
 * @param partitions ranges of users, each a file a table
 * @param counts rows by public table; of findings, those of the latest look
 * @param bytes of all files
 * @param fingerprints roots over all users
 * @param seconds in all, from the start of the session on
 * @param microsecondsPerUser elapsed while users were made, written and read back, over the number of those that were made now; 0
 *     when none was
 */
record Outcome(
        String folder,
        int users,
        int usersKept,
        int partitions,
        Map<String, Long> counts,
        long bytes,
        Map<String, String> fingerprints,
        double seconds,
        double microsecondsPerUser) {

    static Outcome of(String folder, Manifest manifest, int usersKept, Duration inAll, Duration making) {
        return new Outcome(
                folder,
                manifest.users(),
                usersKept,
                manifest.parts().size(),
                manifest.counts(),
                manifest.parts().stream()
                        .flatMap(part -> part.files().stream())
                        .mapToLong(DataFile::bytes)
                        .sum(),
                manifest.fingerprints(),
                inAll.toMillis() / 1e3,
                usersKept == manifest.users()
                        ? 0
                        : Math.round(making.toNanos() / 1e3 / (manifest.users() - usersKept)));
    }

    List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s: %,d users in %,d ranges, %,d transactions, %,.1f MB (%,d bytes a user)",
                        folder,
                        users,
                        partitions,
                        counts.getOrDefault("transactions", 0L),
                        bytes / 1e6,
                        bytes / Math.max(1, users)),
                String.format(Locale.ROOT, "%.1f s in all", seconds) + rate() + kept(),
                "fingerprint of data     " + fingerprints.get("data"),
                "fingerprint of findings " + fingerprints.getOrDefault("findings", "none"));
    }

    private String rate() {
        return usersKept == users ? "" : String.format(Locale.ROOT, ", %.0f µs a user", microsecondsPerUser);
    }

    private String kept() {
        return usersKept == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d users are kept of an interrupted run and not counted", usersKept);
    }
}
