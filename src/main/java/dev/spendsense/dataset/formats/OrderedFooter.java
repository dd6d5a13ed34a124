package dev.spendsense.dataset.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file whose Parquet footer follows from its rows alone. The library names the encodings of a column in the order of a
 * hash set, which another process has differently; here they stand in the order of their numbers. Indexes and footer are
 * held in memory until the file is closed.
 */
final class OrderedFooter implements OutputFile {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** What follows a footer: its length and what the file is. */
    private static final int AFTER_FOOTER = Integer.BYTES + MAGIC.length;

    private final OutputFile file;
    private Tail stream;

    OrderedFooter(OutputFile file) {
        this.file = file;
    }

    /** Must be called when all rows are written, before indexes and footer are. */
    void begin() {
        stream.held = new ByteArrayOutputStream();
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        stream = new Tail(file.create(blockSizeHint));
        return stream;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        stream = new Tail(file.createOrOverwrite(blockSizeHint));
        return stream;
    }

    @Override
    public boolean supportsBlockSize() {
        return file.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
        return file.defaultBlockSize();
    }

    @Override
    public String getPath() {
        return file.getPath();
    }

    /** The end of a file with its encodings put in order; the same when the library did not come to its end. */
    private static byte[] inOrder(byte[] tail) throws IOException {
        int end = tail.length - AFTER_FOOTER;
        if (end < 0 || !Arrays.equals(tail, tail.length - MAGIC.length, tail.length, MAGIC, 0, MAGIC.length)) {
            return tail;
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(tail, end - length, length));
        footer.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .forEach(column -> Collections.sort(column.getMeta_data().getEncodings()));
        ByteArrayOutputStream ordered = new ByteArrayOutputStream(tail.length);
        ordered.write(tail, 0, end - length);
        Util.writeFileMetaData(footer, ordered);
        if (ordered.size() != end) {
            throw new IOException("the footer of a Parquet file has another length when it is read and written again");
        }
        ordered.write(tail, end, AFTER_FOOTER);
        return ordered.toByteArray();
    }

    private static final class Tail extends DelegatingPositionOutputStream {

        private final PositionOutputStream file;
        private ByteArrayOutputStream held;

        Tail(PositionOutputStream file) {
            super(file);
            this.file = file;
        }

        @Override
        public long getPos() throws IOException {
            return file.getPos() + (held == null ? 0 : held.size());
        }

        @Override
        public void write(int b) throws IOException {
            if (held == null) {
                file.write(b);
            } else {
                held.write(b);
            }
        }

        @Override
        public void write(byte[] b) throws IOException {
            write(b, 0, b.length);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            if (held == null) {
                file.write(b, off, len);
            } else {
                held.write(b, off, len);
            }
        }

        @Override
        public void close() throws IOException {
            try (file) {
                if (held != null) {
                    byte[] tail = held.toByteArray();
                    held = null;
                    file.write(inOrder(tail));
                }
            }
        }
    }
}
