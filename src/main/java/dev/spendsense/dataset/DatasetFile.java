package dev.spendsense.dataset;

import dev.spendsense.dataset.DatasetException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * A dataset's place on the disk while it is being written: claimed for one run, filled under the name {@code
 * NAME.partial}, and published whole or not at all.
 */
final class DatasetFile implements AutoCloseable {

    private static final String PARTIAL = ".partial";

    /** What SQLite would replay into a new file if another program had left it beside the old one. */
    private static final List<String> JOURNALS = List.of("-journal", "-wal", "-shm");

    /** What is kept beside a dataset of what people do to it; the name goes before. */
    static final String OPERATIONS = ".ops.db";

    /** What the names of files end in that belong to a dataset and are none. */
    private static final List<String> RESERVED = Stream.concat(
                    Stream.of(PARTIAL, WriteClaim.ENDING, OPERATIONS), JOURNALS.stream())
            .toList();

    private final Path target;
    private final boolean overwrite;
    private final WriteClaim claim;
    private final EndOfProcess endOfProcess;
    private boolean abandoned;

    private DatasetFile(Path target, boolean overwrite, WriteClaim claim) {
        this.target = target;
        this.overwrite = overwrite;
        this.claim = claim;
        this.endOfProcess = new EndOfProcess(this::abandon);
    }

    /**
     * Claims a name and sweeps what dead runs have left in its folder, which is made if it is not there.
     *
     * @throws DatasetException when no dataset can have that name, when there is a file under it that must not be
     *     overwritten, when another run is writing it, or when the folder cannot be written
     */
    static DatasetFile claim(Path name, boolean overwrite) {
        Path target = name.toAbsolutePath().normalize();
        refuseReserved(target);
        refuseExisting(target, overwrite);
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new DatasetException(Reason.NOT_WRITTEN, "cannot make the folder " + target.getParent(), e);
        }
        WriteClaim claim = WriteClaim.claim(target)
                .orElseThrow(() ->
                        new DatasetException(Reason.BEING_WRITTEN, "another run is writing " + target + " just now"));
        DatasetFile file = new DatasetFile(target, overwrite, claim);
        try {
            Files.deleteIfExists(file.partial());
            sweep(target.getParent());
            return file;
        } catch (IOException e) {
            file.close();
            throw new DatasetException(Reason.NOT_WRITTEN, "cannot clean up in " + target.getParent(), e);
        }
    }

    Path target() {
        return target;
    }

    Path partial() {
        return target.resolveSibling(target.getFileName() + PARTIAL);
    }

    /**
     * Waits until every byte is on the disk, then gives the file its name. An interruption comes too late here: a run
     * that has written all is not cancelled any more.
     *
     * @return the number of bytes
     * @throws CancellationException when the process is ending and the file is gone
     */
    synchronized long publish() {
        refuseAbandoned();
        long size;
        try (RandomAccessFile bytes = new RandomAccessFile(partial().toFile(), "rw")) {
            bytes.getFD().sync();
            size = bytes.length();
        } catch (IOException e) {
            throw notWritten(e);
        }
        refuseExisting(target, overwrite);
        try {
            for (String journal : JOURNALS) {
                Files.deleteIfExists(target.resolveSibling(target.getFileName() + journal));
            }
            Files.move(partial(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            return size;
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** @throws CancellationException when the process is ending and the file is gone */
    synchronized void refuseAbandoned() {
        if (abandoned) {
            throw new CancellationException("the run was cancelled");
        }
    }

    /** Removes what was not published, and gives up the claim. */
    @Override
    public void close() {
        endOfProcess.close();
        abandon();
        claim.close();
    }

    /** Waits for what is just being published; nothing is after it. Without the claim, the file is another run's. */
    private synchronized void abandon() {
        if (abandoned) {
            return;
        }
        abandoned = true;
        try {
            Files.deleteIfExists(partial());
        } catch (IOException e) {
            // The next run in this folder sweeps it.
        }
    }

    DatasetException notWritten(Exception cause) {
        return new DatasetException(
                Reason.NOT_WRITTEN, "cannot write " + target + ": " + cause.getMessage() + "; nothing was kept", cause);
    }

    /** The address of a file for the driver, whatever characters its name is made of. */
    static String url(Path file, String parameters) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?" + parameters;
    }

    static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What was to be kept is committed and forced before; what was not is removed next.
        }
    }

    private static void refuseReserved(Path target) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        for (String ending : RESERVED) {
            if (name.endsWith(ending)) {
                throw new DatasetException(
                        Reason.IMPOSSIBLE_NAME,
                        target + " ends in " + ending
                                + ", like files that go with a dataset; give the dataset another name");
            }
        }
    }

    private static void refuseExisting(Path target, boolean overwrite) {
        if (Files.isDirectory(target)) {
            throw new DatasetException(
                    Reason.IMPOSSIBLE_NAME, target + " is a folder; name a file, which may be one in that folder");
        }
        if (!overwrite && Files.exists(target)) {
            throw new DatasetException(Reason.EXISTS, target + " exists already and is left as it is");
        }
    }

    /** Only files of ours have a claim file beside them, and only dead ones have a claim that nobody holds. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(folder, "*" + PARTIAL)) {
            for (Path partial : partials) {
                String name = partial.getFileName().toString();
                Path target = folder.resolve(name.substring(0, name.length() - PARTIAL.length()));
                if (Files.exists(WriteClaim.file(target))) {
                    sweepIfDead(target, partial);
                }
            }
        }
    }

    private static void sweepIfDead(Path target, Path partial) throws IOException {
        Optional<WriteClaim> claim = WriteClaim.claimIfFree(target);
        if (claim.isPresent()) {
            try (WriteClaim held = claim.get()) {
                Files.deleteIfExists(partial);
            }
        }
    }

    private void forceFolder() throws IOException {
        // Only POSIX systems open a folder like a file; elsewhere the move is as durable as the system makes it.
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (ClosedByInterruptException e) {
            interrupted = Thread.interrupted();
            forceFolder();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
