package dev.spendsense.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The one way in which values become bytes to be hashed. Numbers are zigzag varints; texts are UTF-8 behind their
 * length. A word that occurs often is spelled out at its first occurrence and numbered from then on, which keeps what is
 * hashed small without referring to anything outside it.
 */
final class CanonicalBytes {

    private static final int LONGEST_NUMBER = 10;

    private final Map<String, Integer> words = new HashMap<>();
    private byte[] bytes = new byte[1 << 14];
    private int length;

    void clear() {
        length = 0;
        words.clear();
    }

    void number(long value) {
        ensure(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number with a fraction, by its bits; nothing is the same as any other nothing. */
    void real(double value) {
        number(Double.doubleToLongBits(value));
    }

    void flag(boolean value) {
        number(value ? 1 : 0);
    }

    void date(LocalDate date) {
        number(date.toEpochDay());
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    void word(String word) {
        Integer known = words.get(word);
        if (known == null) {
            number(words.size());
            words.put(word, words.size());
            text(word);
        } else {
            number(known);
        }
    }

    void feed(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
