package dev.spendsense.spark;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.dataset.formats.Part;
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
     * Makes the folder empty for a run.
     *
     * @param replace whether tables that are there may be removed
     * @throws DatasetException when there is something that must stay
     */
    void prepare(boolean replace) {
        try {
            files.mkdirs(root);
            Set<String> own = Stream.concat(
                            PublicTable.all().stream().map(PublicTable::name), Stream.of(Manifest.FILE, UNDER_WAY))
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
            if (!found.isEmpty() && !replace) {
                throw new DatasetException(
                        Reason.EXISTS,
                        root + " holds "
                                + (found.contains(Manifest.FILE) ? "a complete dataset" : "what a run has left")
                                + " already and is left as it is; --force replaces it");
            }
            // First what would tell a reader that the rest is complete.
            files.delete(resolve(Manifest.FILE), false);
            for (String name : found) {
                files.delete(resolve(name), true);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
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
        Map<String, Long> found = new TreeMap<>();
        try {
            files.delete(resolve(UNDER_WAY), true);
            for (PublicTable<?> table : PublicTable.all()) {
                for (FileStatus file : files.listStatus(resolve(table.name()))) {
                    found.put(table.name() + "/" + file.getPath().getName(), file.getLen());
                }
            }
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

    /** Removes what is under way, if that can be done, after a run that failed. */
    void abandon() {
        try {
            files.delete(resolve(UNDER_WAY), true);
        } catch (IOException e) {
            // Readers leave it out, and the next run here removes it.
        }
    }

    /** Writes the manifest, which makes the folder complete. */
    void complete(Manifest manifest) {
        Path partial = underWay(Manifest.FILE);
        try {
            try (FSDataOutputStream out = files.create(partial, true)) {
                out.write(manifest.json().getBytes(StandardCharsets.UTF_8));
            }
            if (!files.rename(partial, resolve(Manifest.FILE))) {
                throw new IOException(partial + " could not be renamed");
            }
            files.delete(resolve(UNDER_WAY), true);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** @throws DatasetException when the folder is not complete, or not one of tables */
    Manifest manifest() {
        Path file = resolve(Manifest.FILE);
        try (FSDataInputStream in = files.open(file)) {
            return Manifest.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
