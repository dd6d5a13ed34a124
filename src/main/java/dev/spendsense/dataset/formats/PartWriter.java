package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.FingerprintTree;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserRows;
import dev.spendsense.findings.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes the files of one range of users. */
final class PartWriter implements AutoCloseable {

    private final FolderLayout layout;
    private final int firstUser;
    private final int users;
    private final Map<PublicTable<?>, TableFile> files = new LinkedHashMap<>();
    private final Map<String, Long> shown = new LinkedHashMap<>();
    private final Map<String, Integer> usersByProfile = new LinkedHashMap<>();
    private final SortedSet<LocalDate> looks = new TreeSet<>();
    private final FingerprintTree data = new FingerprintTree();
    private final FingerprintTree findings = new FingerprintTree();
    private int written;

    PartWriter(FolderLayout layout, Format format, int firstUser, int users) throws IOException {
        this.layout = layout;
        this.firstUser = firstUser;
        this.users = users;
        try {
            for (PublicTable<?> table : PublicTable.all()) {
                Path file = underWay(table);
                Files.createDirectories(file.getParent());
                files.put(table, format.create(table, file));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    void write(StoredUser user) throws IOException {
        UserRows rows = UserRows.of(user);
        for (Map.Entry<PublicTable<?>, TableFile> file : files.entrySet()) {
            file.getValue().write(rows);
            PublicTable<?> table = file.getKey();
            shown.merge(table.name(), (long) table.shown(rows), Long::sum);
        }
        user.truth().episodes().stream()
                .findFirst()
                .ifPresent(episode -> usersByProfile.merge(episode.profile(), 1, Integer::sum));
        user.timeline().stream().map(Findings::asOf).forEach(looks::add);
        data.add(user.fingerprint());
        findings.add(user.findingsFingerprint());
        written++;
    }

    boolean isFull() {
        return written == users;
    }

    /** Gives the files their names, and says what they hold. */
    Part complete() throws IOException {
        List<DataFile> complete = new ArrayList<>();
        for (Map.Entry<PublicTable<?>, TableFile> file : files.entrySet()) {
            file.getValue().close();
            String path = layout.path(file.getKey(), firstUser, users);
            FolderJson.publish(underWay(file.getKey()), layout.file(path));
            complete.add(
                    new DataFile(file.getKey().name(), path, file.getValue().rows(), Files.size(layout.file(path))));
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

    private Path underWay(PublicTable<?> table) {
        return FolderLayout.underWay(layout.file(layout.path(table, firstUser, users)));
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
                Files.deleteIfExists(underWay(table));
            } catch (IOException e) {
                // Its name is hidden, and the next run here overwrites it.
            }
        });
        files.clear();
    }
}
