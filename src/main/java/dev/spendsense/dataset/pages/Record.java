package dev.spendsense.dataset.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values of one row: a header with the serial type of each, then their bytes. Integers take as few as they need; 0 and
 * 1 none at all. See <a href="https://sqlite.org/fileformat2.html#record_format">record format</a>.
 */
final class Record {

    private static final int NULL = 0;
    private static final int INTEGER_OF_1_BYTE = 1;
    private static final int INTEGER_OF_2_BYTES = 2;
    private static final int INTEGER_OF_3_BYTES = 3;
    private static final int INTEGER_OF_4_BYTES = 4;
    private static final int INTEGER_OF_6_BYTES = 5;
    private static final int INTEGER_OF_8_BYTES = 6;
    private static final int FLOAT = 7;
    private static final int ZERO = 8;
    private static final int BLOB = 12;
    private static final int TEXT = 13;

    /** The largest of those that fit into 6 bytes. */
    private static final long MOST_IN_6_BYTES = (1L << 47) - 1;

    private byte[] header = new byte[64];
    private byte[] body = new byte[256];
    private int headerEnd;
    private int bodyEnd;

    void clear() {
        headerEnd = 0;
        bodyEnd = 0;
    }

    void nothing() {
        serialType(NULL);
    }

    void integer(long value) {
        if ((value & ~1) == 0) {
            serialType(ZERO + value);
            return;
        }
        reserve(Long.BYTES);
        // A negative number fits where the one that has all its bits turned round does.
        long magnitude = value < 0 ? ~value : value;
        if (magnitude <= 0x7f) {
            serialType(INTEGER_OF_1_BYTE);
            body[bodyEnd++] = (byte) value;
        } else if (magnitude <= 0x7fff) {
            serialType(INTEGER_OF_2_BYTES);
            BigEndian.put2(body, bodyEnd, (int) value);
            bodyEnd += 2;
        } else if (magnitude <= 0x7fffff) {
            serialType(INTEGER_OF_3_BYTES);
            body[bodyEnd] = (byte) (value >> 16);
            BigEndian.put2(body, bodyEnd + 1, (int) value);
            bodyEnd += 3;
        } else if (magnitude <= 0x7fffffff) {
            serialType(INTEGER_OF_4_BYTES);
            BigEndian.put4(body, bodyEnd, (int) value);
            bodyEnd += 4;
        } else if (magnitude <= MOST_IN_6_BYTES) {
            serialType(INTEGER_OF_6_BYTES);
            BigEndian.put2(body, bodyEnd, (int) (value >> 32));
            BigEndian.put4(body, bodyEnd + 2, (int) value);
            bodyEnd += 6;
        } else {
            serialType(INTEGER_OF_8_BYTES);
            BigEndian.put8(body, bodyEnd, value);
            bodyEnd += Long.BYTES;
        }
    }

    /** Puts a number that has no value of its own when it is NaN. */
    void real(double value) {
        if (Double.isNaN(value)) {
            nothing();
            return;
        }
        reserve(Double.BYTES);
        serialType(FLOAT);
        BigEndian.put8(body, bodyEnd, Double.doubleToRawLongBits(value));
        bodyEnd += Double.BYTES;
    }

    /** The same, but for whole numbers, which are stored as such where that saves room. */
    void realOrWhole(double value) {
        long whole = (long) value;
        if (whole == value && (whole < 0 ? ~whole : whole) <= MOST_IN_6_BYTES) {
            integer(whole);
        } else {
            real(value);
        }
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8), TEXT);
    }

    void blob(byte[] value) {
        bytes(value, BLOB);
    }

    private void bytes(byte[] value, int type) {
        serialType(2L * value.length + type);
        reserve(value.length);
        System.arraycopy(value, 0, body, bodyEnd, value.length);
        bodyEnd += value.length;
    }

    /** How many bytes there are, those of the header included. */
    int size() {
        return headerSize() + bodyEnd;
    }

    /** Copies all of it. */
    void copyTo(byte[] target, int at) {
        int start = Varint.put(target, at, headerSize());
        System.arraycopy(header, 0, target, start, headerEnd);
        System.arraycopy(body, 0, target, start + headerEnd, bodyEnd);
    }

    /** The header begins with its own size, which counts itself. */
    private int headerSize() {
        int size = headerEnd + 1;
        return size <= 0x7f ? size : headerEnd + Varint.size(headerEnd + 2L);
    }

    private void serialType(long type) {
        if (header.length < headerEnd + Varint.LONGEST) {
            header = Arrays.copyOf(header, 2 * header.length);
        }
        headerEnd = Varint.put(header, headerEnd, type);
    }

    private void reserve(int size) {
        if (body.length - bodyEnd < size) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, Math.addExact(bodyEnd, size)));
        }
    }
}
