package dev.spendsense.dataset.pages;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The pages of a database file that SQLite has made and closed, to which more are appended. Until {@link #complete} the
 * file's header does not know of them.
 *
 * <p>An interrupted thread goes on writing, as it does in SQLite.
 */
final class PageFile implements Closeable {

    /**
     * The page at this byte is left out, since some systems lock bytes there. See <a
     * href="https://sqlite.org/fileformat2.html#the_lock_byte_page">lock-byte page</a>.
     */
    private static final long LOCK_BYTE = 1L << 30;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    // Offsets in the header, https://sqlite.org/fileformat2.html#the_database_header
    private static final int HEADER_SIZE = 100;
    private static final int PAGE_SIZE = 16;
    private static final int RESERVED_BYTES = 20;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGE_COUNT = 28;
    private static final int SCHEMA_FORMAT = 44;
    private static final int AUTO_VACUUM = 52;
    private static final int ENCODING = 56;
    private static final int VERSION_VALID_FOR = 92;

    /** The format that knows integers of no bytes. */
    private static final int USUAL_SCHEMA_FORMAT = 4;

    private static final int UTF_8 = 1;
    private static final int BUFFER = 1 << 18;

    private final Path path;
    private final RandomAccessFile file;
    private final byte[] header = new byte[HEADER_SIZE];
    private final int pageSize;
    private final byte[] buffer;
    private int buffered;
    private int pages;

    /**
     * Opens a file.
     *
     * @throws IOException when it cannot be read, or has features that are not known here
     */
    PageFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.readFully(header);
            int size = BigEndian.get2(header, PAGE_SIZE);
            pageSize = size == 1 ? 1 << 16 : size;
            pages = BigEndian.get4(header, PAGE_COUNT);
            require(Arrays.equals(MAGIC, Arrays.copyOf(header, MAGIC.length)), "it is no database");
            require(header[RESERVED_BYTES] == 0, "pages end in reserved bytes");
            require(BigEndian.get4(header, SCHEMA_FORMAT) == USUAL_SCHEMA_FORMAT, "its schema has an old format");
            require(BigEndian.get4(header, AUTO_VACUUM) == 0, "it keeps a map of pointers");
            require(BigEndian.get4(header, ENCODING) == UTF_8, "its texts are not in UTF-8");
            require(file.length() == (long) pages * pageSize, "it is not as long as it says");
        } catch (IOException e) {
            file.close();
            throw e;
        }
        buffer = new byte[Math.max(BUFFER, pageSize)];
    }

    private void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException("pages cannot be appended to " + path + ": " + otherwise);
        }
    }

    /** Bytes a page, a power of two from 512 to 65,536. */
    int pageSize() {
        return pageSize;
    }

    /** Appends a page, which may be used for another after it, and gives its number, from 1. */
    int append(byte[] page) throws IOException {
        if ((long) pages * pageSize == LOCK_BYTE) {
            put(new byte[pageSize]);
        }
        put(page);
        return pages;
    }

    private void put(byte[] page) throws IOException {
        if (buffered + pageSize > buffer.length) {
            flush();
        }
        System.arraycopy(page, 0, buffer, buffered, pageSize);
        buffered += pageSize;
        pages = Math.incrementExact(pages);
    }

    /**
     * Writes a page in the place of the root of an empty tree.
     *
     * @param leaf what the leaves of the tree are
     * @throws IOException when the tree has something in it, or the page cannot be written
     */
    void replaceEmptyRoot(int number, Page.Kind leaf, byte[] page) throws IOException {
        long position = (number - 1L) * pageSize;
        byte[] old = new byte[pageSize];
        file.seek(position);
        file.readFully(old);
        require(number > 1 && leaf.isEmptyRoot(old), "a table is not empty");
        write(position, page, pageSize);
    }

    /** Writes what is left and has the header know of all pages. */
    void complete() throws IOException {
        flush();
        int change = BigEndian.get4(header, CHANGE_COUNTER) + 1;
        BigEndian.put4(header, CHANGE_COUNTER, change);
        BigEndian.put4(header, PAGE_COUNT, pages);
        BigEndian.put4(header, VERSION_VALID_FOR, change);
        write(0, header, HEADER_SIZE);
    }

    private void flush() throws IOException {
        write((long) pages * pageSize - buffered, buffer, buffered);
        buffered = 0;
    }

    private void write(long position, byte[] bytes, int length) throws IOException {
        try {
            file.seek(position);
            file.write(bytes, 0, length);
        } catch (IOException e) {
            // The system's words depend on its language.
            if (Files.getFileStore(path).getUsableSpace() < length) {
                throw new IOException("the disk is full", e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
