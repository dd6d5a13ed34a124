package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.WriteClaim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * Writes a population as a folder of tables, a range of users at a time or several at once. A range whose files are
 * complete is kept even when the run ends badly, so that a later run writes only the others; the manifest comes last.
 */
public final class FolderWriter implements AutoCloseable {

    /** Users a file, in formats that are partitioned, when nothing else is asked for. */
    public static final int USUAL_USERS_A_FILE = 10_000;

    private final FolderTarget target;
    private final FolderLayout layout;
    private final RunOrigin origin;
    private final int users;
    private final WriteClaim claim;
    private final SortedMap<Integer, Part> parts = new ConcurrentSkipListMap<>();

    /**
     * Users who go into the same files.
     *
     * @param first position of the first one, from 0
     * @param end position after the last one
     */
    public record Range(int first, int end) {

        /** How many there are. */
        public int users() {
            return end - first;
        }
    }

    /** Gives the users of a range, one after another. */
    public interface Users {
        void forEach(Consumer<StoredUser> taken);
    }

    private FolderWriter(FolderTarget target, RunOrigin origin, int users, WriteClaim claim) throws IOException {
        this.target = target;
        this.layout = new FolderLayout(target.folder(), target.format());
        this.origin = origin;
        this.users = users;
        this.claim = claim;
        prepare();
    }

    /**
     * Begins a folder, or goes on with one.
     *
     * @param users how many there will be
     * @throws DatasetException when the folder holds something that must not be replaced, or cannot be written, or when
     *     another run is writing it
     */
    public static FolderWriter create(FolderTarget target, RunOrigin origin, int users) {
        Path folder = target.folder();
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new DatasetException(
                        Reason.IMPOSSIBLE_NAME, folder + " is a file; name a folder, which need not be there");
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatasetException(Reason.NOT_WRITTEN, "cannot make the folder " + folder, e);
        }
        WriteClaim claim = WriteClaim.claim(folder)
                .orElseThrow(() ->
                        new DatasetException(Reason.BEING_WRITTEN, "another run is writing " + folder + " just now"));
        try {
            return new FolderWriter(target, origin, users, claim);
        } catch (IOException e) {
            claim.close();
            throw new DatasetException(Reason.NOT_WRITTEN, "cannot write " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private void prepare() throws IOException {
        RunUnderWay wanted = RunUnderWay.of(target.format(), users, target.usersAFile(users), origin);
        boolean complete = Files.exists(layout.manifest());
        boolean interrupted = !complete && Files.exists(layout.run());
        if (interrupted && target.existing() == FolderTarget.Existing.CONTINUE) {
            takeUp(wanted);
            return;
        }
        if (target.existing() != FolderTarget.Existing.REPLACE) {
            refuse(complete, interrupted);
        } else if (!complete && !interrupted) {
            refuseStrangers();
        }
        layout.clear();
        refuseStrangers();
        Files.createDirectories(layout.run().getParent());
        FolderJson.write(wanted, layout.run());
    }

    private void refuse(boolean complete, boolean interrupted) throws IOException {
        if (complete) {
            throw new DatasetException(
                    Reason.EXISTS, target.folder() + " holds a complete dataset already and is left as it is");
        }
        if (interrupted) {
            throw new DatasetException(
                    Reason.EXISTS,
                    target.folder() + " holds an interrupted run with "
                            + layout.partRecords().size() + " complete ranges of users; --resume goes on with it");
        }
        refuseStrangers();
    }

    private void refuseStrangers() throws IOException {
        if (!layout.isEmpty()) {
            throw new DatasetException(
                    Reason.IMPOSSIBLE_NAME,
                    target.folder() + " holds other files than a dataset's; name an empty folder or a new one");
        }
    }

    /** Keeps the ranges of users that are complete. */
    private void takeUp(RunUnderWay wanted) throws IOException {
        RunUnderWay found = FolderJson.read(layout.run(), RunUnderWay.class);
        if (!found.equals(wanted)) {
            throw new DatasetException(
                    Reason.EXISTS,
                    target.folder() + " holds an interrupted run of something else (" + found.difference(wanted)
                            + "); ask for the same to go on with it");
        }
        for (Path record : layout.partRecords()) {
            Part complete = FolderJson.read(record, Part.class);
            if (isThere(complete)) {
                parts.put(complete.firstUser(), complete);
            }
        }
    }

    private boolean isThere(Part complete) throws IOException {
        for (DataFile file : complete.files()) {
            Path path = layout.file(file.path());
            if (!Files.exists(path) || Files.size(path) != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    /** The ranges that are not complete, in order. */
    public List<Range> missing() {
        List<Range> missing = new ArrayList<>();
        int usersAFile = target.usersAFile(users);
        for (int first = 0; first < users; first += usersAFile) {
            if (!parts.containsKey(first)) {
                missing.add(new Range(first, Math.min(users, first + usersAFile)));
            }
        }
        return missing;
    }

    /**
     * Writes a range, and keeps it once all its users are there; different ones may be written on different threads.
     *
     * @param given all of the range's users, in order
     * @throws IllegalArgumentException when they are other users, or have values that the format cannot hold
     * @throws DatasetException when the disk is full or fails
     */
    public void write(Range range, Users given) {
        FolderPartStore store = new FolderPartStore(layout, target.format(), range.first(), range.users());
        try (PartWriter part = new PartWriter(store, range.first(), range.users())) {
            given.forEach(user -> write(user, part));
            Part complete = part.complete();
            FolderJson.write(complete, layout.partRecord(complete.firstUser(), complete.users()));
            parts.put(complete.firstUser(), complete);
        } catch (IOException | UncheckedIOException | JacksonException e) {
            throw notWritten(e);
        }
    }

    private void write(StoredUser user, PartWriter part) {
        try {
            part.write(user);
        } catch (IOException | UncheckedIOException | JacksonException e) {
            throw notWritten(e);
        }
    }

    /**
     * Writes the manifest, once every user is written.
     *
     * @throws DatasetException when the disk is full or fails
     */
    public Manifest complete() {
        if (usersKept() != users) {
            throw new IllegalStateException("only " + usersKept() + " of " + users + " users are written");
        }
        try {
            Manifest manifest = Manifest.of(target.format(), origin, List.copyOf(parts.values()));
            FolderJson.write(manifest, layout.manifest());
            layout.clearRun();
            return manifest;
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Bytes of all files of the ranges that are complete. */
    public long bytes() {
        return parts.values().stream()
                .flatMap(each -> each.files().stream())
                .mapToLong(DataFile::bytes)
                .sum();
    }

    /** How many users of complete ranges are kept when the run ends here. */
    public int usersKept() {
        return parts.values().stream().mapToInt(Part::users).sum();
    }

    /** Ends the writing, once nobody writes a range any more. Ranges that are complete are kept; when none is, nothing is. */
    @Override
    public void close() {
        if (parts.isEmpty() && users > 0) {
            try {
                layout.clear();
            } catch (IOException e) {
                // The next run here clears it.
            }
        }
        claim.close();
    }

    private DatasetException notWritten(Exception cause) {
        String kept = parts.isEmpty()
                ? "nothing was kept"
                : usersKept() + " users are kept, --resume goes on with the others";
        return new DatasetException(
                Reason.NOT_WRITTEN, "cannot write " + target.folder() + ": " + cause.getMessage() + "; " + kept, cause);
    }
}
