package dev.spendsense.dataset;

import dev.spendsense.dataset.DatasetException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The marks of identity in the first 100 bytes of an SQLite file (sqlite.org/fileformat2.html, section 1.3).
 *
 * @param isSqlite whether it begins as SQLite files do
 * @param applicationId whose file it is
 * @param version schema version
 * @param expectedBytes size that the header claims
 * @param actualBytes size on the disk
 */
record DatasetHeader(boolean isSqlite, int applicationId, int version, long expectedBytes, long actualBytes) {

    private static final int LENGTH = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE_AT = 16;
    private static final int PAGES_AT = 28;
    private static final int VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;
    private static final int LARGEST_PAGE = 65_536;

    static DatasetHeader read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(Reason.MISSING, "there is no file " + file);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LENGTH);
            boolean isSqlite = bytes.length == LENGTH && startsWithMagic(bytes);
            if (!isSqlite) {
                return new DatasetHeader(false, 0, 0, 0, bytes.length);
            }
            ByteBuffer header = ByteBuffer.wrap(bytes);
            int pageSize = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
            long pages = Integer.toUnsignedLong(header.getInt(PAGES_AT));
            return new DatasetHeader(
                    true,
                    header.getInt(APPLICATION_ID_AT),
                    header.getInt(VERSION_AT),
                    pages * (pageSize == 1 ? LARGEST_PAGE : pageSize),
                    Files.size(file));
        } catch (IOException e) {
            throw new DatasetException(Reason.DAMAGED, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Says what is wrong with the file, if anything is. */
    void check(Path file) {
        if (!isSqlite) {
            throw new DatasetException(Reason.NOT_A_DATASET, file + " is not an SQLite file");
        }
        if (applicationId != Schema.APPLICATION_ID) {
            throw new DatasetException(Reason.NOT_A_DATASET, file + " is an SQLite file, but not a dataset of ours");
        }
        if (version != Schema.VERSION) {
            String advice = version > Schema.VERSION ? "a newer program is needed" : "generate it again";
            throw new DatasetException(
                    Reason.OTHER_VERSION,
                    file + " has schema version " + version + ", this program reads " + Schema.VERSION + ": " + advice);
        }
        if (actualBytes != expectedBytes) {
            throw new DatasetException(
                    Reason.DAMAGED,
                    file + " is damaged: it has " + actualBytes + " bytes of the " + expectedBytes + " it was made of");
        }
    }

    private static boolean startsWithMagic(byte[] bytes) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
