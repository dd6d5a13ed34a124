package dev.spendsense.spark;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.dataset.formats.Part;
import dev.spendsense.dataset.formats.RunUnderWay;
import dev.spendsense.dataset.tables.PublicTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of tables in any file system that Hadoop knows: the same files as those of a run on one machine. What is
 * under way is below {@code _temporary}, which readers leave out, until it is renamed.
 */
final class OutputFolder {

    /** Readers take nothing for data that begins like this. */
    private static final String UNDER_WAY = "_temporary";

    private final Path root;
    private final FileSystem files;

    private OutputFolder(Path root, FileSystem files) {
        this.root = root;
        this.files = files;
    }

    /** @throws DatasetException when there is no such file system */
    static OutputFolder at(String uri, Configuration configuration) {
        try {
            Path path = new Path(uri);
            FileSystem files = path.getFileSystem(configuration);
            // Spark reads without the checksums that a local file system would keep in a file beside each.
            files.setWriteChecksum(false);
            return new OutputFolder(files.makeQualified(path), files);
        } catch (IOException | IllegalArgumentException e) {
            throw new DatasetException(Reason.IMPOSSIBLE_NAME, uri + " cannot be used: " + e.getMessage(), e);
        }
    }

    FileSystem files() {
        return files;
    }

    /** @param path relative to the folder */
    Path resolve(String path) {
        return new Path(root, path);
    }

    /** Where something is until it is complete. */
    Path underWay(String name) {
        return resolve(UNDER_WAY + "/" + name);
    }

    /**
     * Makes the folder ready for a run.
     *
     * @param run is kept here until the folder is complete
     * @return ranges of users that are complete; none, unless an interrupted run is gone on with
     * @throws DatasetException when there is something that must stay, or another run than this to go on with
     */
    List<Part> prepare(RunUnderWay run, Existing existing) {
        CompleteRanges complete = new CompleteRanges(this);
        try {
            files.mkdirs(root);
            Set<String> found = entries();
            boolean interrupted = !found.contains(Manifest.FILE) && complete.begun();
            if (interrupted && existing == Existing.CONTINUE) {
                List<Part> kept = complete.of(run);
                removeAllBut(kept);
                return kept;
            }
            if (!found.isEmpty() && existing != Existing.REPLACE) {
                throw new DatasetException(Reason.EXISTS, root + " holds " + obstacle(found, interrupted));
            }
            // First what would tell a reader that the rest is complete.
            files.delete(resolve(Manifest.FILE), false);
            for (String name : found) {
                files.delete(resolve(name), true);
            }
            complete.begin(run);
            return List.of();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private String obstacle(Set<String> found, boolean interrupted) throws IOException {
        if (interrupted) {
            return "an interrupted run with " + new CompleteRanges(this).count()
                    + " complete ranges of users; --resume goes on with it; --force replaces it";
        }
        return (found.contains(Manifest.FILE) ? "a complete dataset" : "what a run has left")
                + " already and is left as it is; --force replaces it";
    }

    private Set<String> entries() throws IOException {
        Set<String> own = Stream.concat(
                        PublicTable.all().stream().map(PublicTable::name),
                        Stream.of(Manifest.FILE, UNDER_WAY, CompleteRanges.FOLDER))
                .collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        for (FileStatus entry : files.listStatus(root)) {
            found.add(entry.getPath().getName());
        }
        if (!own.containsAll(found)) {
            throw new DatasetException(
                    Reason.IMPOSSIBLE_NAME,
                    root + " holds other files than a dataset's; name an empty folder or a new one");
        }
        return found;
    }

    /** Attempts that died may have given some of their files their names. */
    private void removeAllBut(List<Part> kept) throws IOException {
        files.delete(resolve(UNDER_WAY), true);
        Set<String> keptFiles = kept.stream()
                .flatMap(part -> part.files().stream())
                .map(DataFile::path)
                .collect(Collectors.toSet());
        for (String path : tableFiles().keySet()) {
            if (!keptFiles.contains(path)) {
                files.delete(resolve(path), false);
            }
        }
    }

    /** Bytes by path. */
    private Map<String, Long> tableFiles() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        for (PublicTable<?> table : PublicTable.all()) {
            Path of = resolve(table.name());
            if (files.exists(of)) {
                for (FileStatus file : files.listStatus(of)) {
                    found.put(table.name() + "/" + file.getPath().getName(), file.getLen());
                }
            }
        }
        return found;
    }

    /**
     * Removes what is under way, and checks that the tables have the files of these ranges and no others.
     *
     * @throws IllegalStateException when they do not
     */
    void settle(List<Part> parts) {
        Map<String, Long> expected = new TreeMap<>();
        for (Part part : parts) {
            for (DataFile file : part.files()) {
                expected.put(file.path(), file.bytes());
            }
        }
        Map<String, Long> found;
        try {
            files.delete(resolve(UNDER_WAY), true);
            found = tableFiles();
        } catch (IOException e) {
            throw notWritten(e);
        }
        if (!found.equals(expected)) {
            Set<String> differing = new TreeSet<>(found.keySet());
            differing.addAll(expected.keySet());
            differing.removeIf(
                    path -> expected.containsKey(path) && expected.get(path).equals(found.get(path)));
            throw new IllegalStateException(root + " does not hold what was written: " + differing.size()
                    + " files are missing, too many or of another size, the first of them "
                    + differing.iterator().next());
        }
    }

    /**
     * Removes what is under way, if that can be done, after a run that failed. Ranges that are complete are kept; of a run
     * without any, nothing is.
     */
    void abandon() {
        try {
            files.delete(resolve(UNDER_WAY), true);
            if (new CompleteRanges(this).count() == 0) {
                for (String name : entries()) {
                    files.delete(resolve(name), true);
                }
            }
        } catch (IOException | DatasetException e) {
            // Readers leave it out, and the next run here removes it.
        }
    }

    /** Writes the manifest, which makes the folder complete. */
    void complete(Manifest manifest) {
        try {
            write(manifest.json(), Manifest.FILE, resolve(Manifest.FILE));
            files.delete(resolve(UNDER_WAY), true);
            files.delete(resolve(CompleteRanges.FOLDER), true);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /**
     * Writes a small file that is there completely or not at all, unless it is there already.
     *
     * @param partial its name while it is under way
     */
    void write(String text, String partial, Path file) throws IOException {
        try (FSDataOutputStream out = files.create(underWay(partial), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        files.mkdirs(file.getParent());
        if (!files.rename(underWay(partial), file) && !files.exists(file)) {
            throw new IOException(underWay(partial) + " could not be renamed to " + file);
        }
    }

    String read(Path file) throws IOException {
        try (FSDataInputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @throws DatasetException when the folder is not complete, or not one of tables */
    Manifest manifest() {
        Path file = resolve(Manifest.FILE);
        try {
            return Manifest.parse(read(file));
        } catch (IllegalArgumentException e) {
            throw new DatasetException(Reason.DAMAGED, file + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DatasetException(
                    Reason.NOT_A_DATASET,
                    root + " has no " + Manifest.FILE
                            + " that can be read: it is no folder of tables, or one that is not" + " complete",
                    e);
        }
    }

    private DatasetException notWritten(IOException e) {
        return new DatasetException(Reason.NOT_WRITTEN, "cannot write " + root + ": " + e.getMessage(), e);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
