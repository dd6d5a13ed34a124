package dev.spendsense.workbench.revisions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writing that is complete or did not happen, whatever stops the machine. Every step is announced before it is taken, so
 * that a test can be the one who stops it.
 */
final class DurableFiles {

    private final Announcement announcement;

    DurableFiles(Announcement announcement) {
        this.announcement = announcement;
    }

    /** Hears of every step. */
    interface Announcement {
        void before(String step) throws IOException;
    }

    void create(Path folder) throws IOException {
        announcement.before("create " + folder.getFileName());
        Files.createDirectories(folder);
    }

    /** A new file, on the disk when this returns; its name is so only after its folder was forced. */
    void write(Path file, String text) throws IOException {
        announcement.before("write " + file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            announcement.before("force " + file.getFileName());
            channel.force(true);
        }
    }

    /** Gives something that was written another name, in place of a file of that name. */
    void rename(Path from, Path to) throws IOException {
        announcement.before("rename to " + to.getFileName());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away something that may have gone already. */
    void delete(Path file) throws IOException {
        announcement.before("delete " + file.getFileName());
        Files.deleteIfExists(file);
    }

    /** Puts the names in a folder on the disk, where folders can be opened. */
    void force(Path folder) throws IOException {
        announcement.before("force folder " + folder.getFileName());
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException e) {
            // Windows opens no folders, and keeps names without being asked
        }
    }
}
