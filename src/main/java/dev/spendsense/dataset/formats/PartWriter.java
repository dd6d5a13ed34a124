package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.FingerprintTree;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import dev.spendsense.findings.Findings;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes the files of one range of users, for one thread. */
public final class PartWriter implements AutoCloseable {

    private final PartStore store;
    private final int firstUser;
    private final int users;
    private final Map<PublicTable<?>, TableFile> files = new LinkedHashMap<>();
    private final Map<String, Integer> usersByProfile = new LinkedHashMap<>();
    private final SortedSet<LocalDate> looks = new TreeSet<>();
    private final FingerprintTree data = new FingerprintTree();
    private final FingerprintTree findings = new FingerprintTree();
    private int written;

    /**
     * Begins the files of all tables.
     *
     * @param firstUser position of the first user in the population, from 0
     * @param users how many will be written
     */
    public PartWriter(PartStore store, int firstUser, int users) throws IOException {
        this.store = store;
        this.firstUser = firstUser;
        this.users = users;
        try {
            for (PublicTable<?> table : PublicTable.all()) {
                files.put(table, store.create(table));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Writes the next user.
     *
     * @throws IllegalArgumentException when it is not the next one of the range, or has values that the format cannot
     *     hold
     */
    public void write(StoredUser user) throws IOException {
        if (user.position() != firstUser + written || isFull()) {
            throw new IllegalArgumentException("users " + firstUser + " to " + (firstUser + users - 1)
                    + " are written in order; " + user.position() + " does not come next");
        }
        UserRows rows = UserRows.of(user);
        for (TableFile file : files.values()) {
            file.write(rows);
        }
        user.truth().episodes().stream()
                .findFirst()
                .ifPresent(episode -> usersByProfile.merge(episode.profile(), 1, Integer::sum));
        user.timeline().stream().map(Findings::asOf).forEach(looks::add);
        data.add(user.fingerprint());
        findings.add(user.findingsFingerprint());
        written++;
    }

    /** Whether all users of the range are written. */
    public boolean isFull() {
        return written == users;
    }

    /** Gives the files their names, once all users are written, and says what they hold. */
    public Part complete() throws IOException {
        if (!isFull()) {
            throw new IllegalStateException("only " + written + " of " + users + " users are written");
        }
        for (TableFile file : files.values()) {
            file.close();
        }
        List<DataFile> complete = new ArrayList<>();
        Map<String, Long> shown = new LinkedHashMap<>();
        for (Map.Entry<PublicTable<?>, TableFile> file : files.entrySet()) {
            complete.add(store.publish(file.getKey(), file.getValue().rows()));
            shown.put(file.getKey().name(), file.getValue().shown());
        }
        files.clear();
        data.root();
        findings.root();
        return new Part(
                firstUser,
                users,
                complete,
                shown,
                usersByProfile,
                List.copyOf(looks),
                data.blocks().stream().map(Fingerprint::toString).toList(),
                findings.blocks().stream().map(Fingerprint::toString).toList());
    }

    /** Removes what was not completed. */
    @Override
    public void close() {
        files.forEach((table, file) -> {
            try {
                file.close();
            } catch (IOException | RuntimeException e) {
                // It is removed next.
            }
            try {
                store.discard(table);
            } catch (IOException e) {
                // Its name is hidden from readers.
            }
        });
        files.clear();
    }
}
