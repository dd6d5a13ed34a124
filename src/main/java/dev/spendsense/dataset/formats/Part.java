package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.FingerprintTree;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A range of users that is completely written.
 *
 * @param firstUser position of the first one in the population, from 0
 * @param users how many there are
 * @param files where their rows are, by table
 * @param shown rows by table; of findings, those of the latest look
 * @param usersByProfile how many began with each planted profile
 * @param looks the dates at which rules looked at them
 * @param dataBlocks fingerprints of their data, a block of {@link FingerprintTree#USERS_A_BLOCK} users each;
 *     empty where ranges are not made of blocks
 * @param findingsBlocks the same of their findings
 */
public record Part(
        int firstUser,
        int users,
        List<DataFile> files,
        Map<String, Long> shown,
        Map<String, Integer> usersByProfile,
        List<LocalDate> looks,
        List<String> dataBlocks,
        List<String> findingsBlocks)
        implements Serializable {

    /** The same without fingerprints, for a range that does not begin and end where blocks do. */
    public Part withoutBlocks() {
        return new Part(firstUser, users, files, shown, usersByProfile, looks, List.of(), List.of());
    }

    /** What its files are called, as in {@code users-00000000-00009999}. */
    public String name() {
        return FolderLayout.range(firstUser, users);
    }

    /** Position after the last user. */
    public int end() {
        return firstUser + users;
    }

    /** Its text, for whoever goes on with the run. */
    public String json() {
        return FolderJson.text(this);
    }

    /**
     * Reads what {@link #json()} writes.
     *
     * @throws IllegalArgumentException when it is no such text, in words for people
     */
    public static Part parse(String json) {
        return FolderJson.parse(json, Part.class);
    }

    List<Fingerprint> data() {
        return dataBlocks.stream().map(Fingerprint::parse).toList();
    }

    List<Fingerprint> findings() {
        return findingsBlocks.stream().map(Fingerprint::parse).toList();
    }
}
