package dev.spendsense.dataset.pages;

/**
 * A number in one to nine bytes, seven bits in each and the high ones first; the ninth holds eight. Negative numbers take
 * nine. See <a href="https://sqlite.org/fileformat2.html#varint">varint</a>.
 */
final class Varint {

    /** The most bytes that one takes. */
    static final int LONGEST = 9;

    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7f;

    private Varint() {}

    /** How many bytes a number takes. */
    static int size(long value) {
        int size = 1;
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            size++;
        }
        return Math.min(size, LONGEST);
    }

    /** Puts a number, and says where it ends. */
    static int put(byte[] bytes, int at, long value) {
        if ((value & ~SEVEN_BITS) == 0) {
            bytes[at] = (byte) value;
            return at + 1;
        }
        int size = size(value);
        long rest = value;
        int last = at + size - 1;
        if (size == LONGEST) {
            bytes[last] = (byte) rest;
            rest >>>= 8;
        } else {
            bytes[last] = (byte) (rest & SEVEN_BITS);
            rest >>>= 7;
        }
        for (int i = last - 1; i >= at; i--) {
            bytes[i] = (byte) (MORE | rest & SEVEN_BITS);
            rest >>>= 7;
        }
        return at + size;
    }
}
