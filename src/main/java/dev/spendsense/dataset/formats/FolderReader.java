package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.DatasetWriter;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.UserBlock;
import dev.spendsense.dataset.tables.BrokenTables;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.dataset.tables.UserAssembly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads a folder of tables back. */
public final class FolderReader {

    private final Path folder;
    private final Manifest manifest;
    private final Format format;

    private FolderReader(Path folder, Manifest manifest, Format format) {
        this.folder = folder;
        this.manifest = manifest;
        this.format = format;
    }

    /**
     * Opens a folder.
     *
     * @throws DatasetException when there is no complete one, or one that is not read here
     */
    public static FolderReader open(Path folder) {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(
                    Reason.NOT_A_DATASET,
                    folder + " has no " + Manifest.FILE + ": it is no folder of tables, or one that is not complete");
        }
        Manifest manifest;
        try {
            manifest = FolderJson.read(file, Manifest.class);
        } catch (IOException e) {
            throw new DatasetException(Reason.DAMAGED, e.getMessage(), e);
        }
        try {
            manifest.record();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new DatasetException(Reason.DAMAGED, file + " cannot be understood: " + e.getMessage(), e);
        }
        if (manifest.formatVersion() != Manifest.VERSION) {
            throw new DatasetException(
                    Reason.OTHER_VERSION,
                    file + " has format version " + manifest.formatVersion() + ", this program reads "
                            + Manifest.VERSION);
        }
        Format format = Arrays.stream(Format.values())
                .filter(each -> each.label().equals(manifest.format()))
                .findFirst()
                .orElseThrow(() -> new DatasetException(
                        Reason.OTHER_VERSION, file + ": expected parquet or jsonl, not " + manifest.format()));
        if (format == Format.CSV) {
            throw new DatasetException(
                    Reason.OTHER_VERSION,
                    folder + " is CSV, which does not tell an empty text from none; export as parquet or jsonl");
        }
        return new FolderReader(folder, manifest, format);
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Makes every user again, in order.
     *
     * @throws BrokenTables when rows are missing, changed or out of place
     */
    public void forEach(Consumer<StoredUser> taken) {
        String revision =
                manifest.run().origin().rules().map(RuleText::revision).orElse("");
        int next = 0;
        for (Part part : manifest.parts()) {
            next = read(part, revision, next, taken);
        }
    }

    private int read(Part part, String revision, int first, Consumer<StoredUser> taken) {
        List<Format.Reading> readings = new ArrayList<>();
        int next = first;
        try {
            UserAssembly users = new UserAssembly(table -> open(table, part, readings), revision);
            while (users.hasNext()) {
                StoredUser user = users.next();
                if (user.position() != next) {
                    throw new BrokenTables(
                            folder + ": user number " + next + " is missing or out of place; found " + user.position());
                }
                taken.accept(user);
                next++;
            }
        } finally {
            readings.forEach(FolderReader::close);
        }
        if (next != first + part.users()) {
            throw new BrokenTables(folder + ": users " + first + " to " + (first + part.users() - 1) + " should be "
                    + part.users() + ", found " + (next - first));
        }
        return next;
    }

    private Format.Reading open(PublicTable<?> table, Part part, List<Format.Reading> readings) {
        DataFile file = part.files().stream()
                .filter(each -> each.table().equals(table.name()))
                .findFirst()
                .orElseThrow(
                        () -> new BrokenTables(folder.resolve(Manifest.FILE) + " names no file for " + table.name()));
        Path path = folder.resolve(file.path()).normalize();
        if (!path.startsWith(folder.normalize())) {
            throw new BrokenTables(folder.resolve(Manifest.FILE) + " names a file outside the folder: " + file.path());
        }
        try {
            Format.Reading reading = format.read(table, path);
            readings.add(reading);
            return reading;
        } catch (IOException e) {
            throw new BrokenTables(path + " cannot be read: " + e.getMessage());
        }
    }

    private static void close(Format.Reading reading) {
        try {
            reading.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a dataset of the folder, the same as it was exported from.
     *
     * @param overwrite whether a dataset of that name is replaced
     * @throws BrokenTables when the folder does not hold what its manifest says
     * @throws DatasetException when the dataset cannot be written
     */
    public RunRecord into(Path target, boolean overwrite) {
        RunOrigin origin = manifest.run().origin();
        try (DatasetWriter writer = DatasetWriter.create(target, overwrite, origin)) {
            UserBlock block = new UserBlock();
            block.restart(0);
            forEach(user -> {
                block.add(user.history(), user.truth(), user.timeline());
                if (block.users() == UserBlock.USERS) {
                    writer.write(block);
                    block.restart(user.position() + 1);
                }
            });
            writer.write(block);
            RunRecord run = writer.complete();
            RunRecord stated = manifest.record();
            if (!run.fingerprint().equals(stated.fingerprint())
                    || !run.findingsFingerprint().equals(stated.findingsFingerprint())) {
                throw new BrokenTables(folder + " holds other users than its manifest says");
            }
            writer.publish();
            return run;
        }
    }
}
