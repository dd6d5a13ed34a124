package dev.spendsense.dataset;

import dev.spendsense.dataset.DatasetException.Reason;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder for what a run needs only while it lasts. It is removed at the end of the run or of the process; when the process
 * was killed, by the next one that makes such a folder in the same place.
 */
public final class TemporaryFolder implements AutoCloseable {

    /** What is claimed in the folder, so that others see whether its run is alive. */
    private static final String RUN = "run";

    private final Path path;
    private final WriteClaim claim;
    private final EndOfProcess endOfProcess;

    private TemporaryFolder(Path path, WriteClaim claim) {
        this.path = path;
        this.claim = claim;
        this.endOfProcess = new EndOfProcess(this::remove);
    }

    /**
     * Makes a folder, and removes those of its kind whose runs are dead.
     *
     * @param parent where; made if it is not there
     * @param kind what its name begins with; a number follows
     * @throws DatasetException when it cannot be made
     */
    public static TemporaryFolder in(Path parent, String kind) {
        try {
            Files.createDirectories(parent);
            sweep(parent, kind);
            Path path = Files.createTempDirectory(parent, kind);
            try {
                return new TemporaryFolder(
                        path, WriteClaim.claim(path.resolve(RUN)).orElseThrow(IllegalStateException::new));
            } catch (RuntimeException e) {
                remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new DatasetException(
                    Reason.NOT_WRITTEN, "cannot make a folder in " + parent + ": " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        endOfProcess.close();
        claim.close();
        remove();
    }

    private void remove() {
        try {
            remove(path);
        } catch (IOException e) {
            // The next one in this place sweeps it.
        }
    }

    /** A folder without a claim file has just been made, or was never ours. */
    private static void sweep(Path parent, String kind) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, kind + "*")) {
            for (Path each : folders) {
                // What a link leads to is none of ours.
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && Files.exists(claimFile(each))) {
                    sweepIfDead(each);
                }
            }
        }
    }

    private static void sweepIfDead(Path folder) {
        try (WriteClaim held = WriteClaim.claimIfFree(folder.resolve(RUN)).orElse(null)) {
            if (held != null) {
                remove(folder);
            }
        } catch (IOException | DatasetException e) {
            // Another is at it, or it cannot be removed: no obstacle to a new one.
        }
    }

    /** The claim file last, so that what cannot be removed now can be swept later. */
    private static void remove(Path folder) throws IOException {
        Path claimed = claimFile(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.equals(claimed)).toList()) {
                Files.deleteIfExists(file);
            }
        }
        try (Stream<Path> appeared = Files.list(folder)) {
            if (appeared.anyMatch(each -> !each.equals(claimed))) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
        Files.deleteIfExists(claimed);
        Files.deleteIfExists(folder);
    }

    private static Path claimFile(Path folder) {
        return WriteClaim.file(folder.resolve(RUN));
    }
}
