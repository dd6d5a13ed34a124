package dev.spendsense.review.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes that stand for an entry, and their SHA-256. Every value has a fixed length or its length before it, so that
 * no two entries have the same bytes.
 */
final class EntryDigest {

    /** First byte of what is hashed; to be raised when the form changes. */
    private static final int FORM = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private EntryDigest() {}

    static byte[] of(byte[] salt, Detail detail) {
        return new EntryDigest()
                .bytes(salt)
                .text(detail.target())
                .text(detail.before())
                .text(detail.after())
                .text(detail.reason())
                .text(detail.severity())
                .text(detail.title())
                .text(detail.body())
                .text(detail.note())
                .number(detail.undoes())
                .sha256();
    }

    static byte[] of(
            byte[] previous, long sequence, long at, Actor actor, String action, String subject, byte[] detailHash) {
        return new EntryDigest()
                .bytes(previous)
                .number(sequence)
                .number(at)
                .text(actor.name())
                .text(actor.role())
                .text(action)
                .text(subject)
                .bytes(detailHash)
                .sha256();
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private EntryDigest bytes(byte[] value) {
        try {
            out.writeInt(value.length);
            out.write(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EntryDigest text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private EntryDigest number(long value) {
        try {
            out.writeLong(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) FORM);
            return digest.digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
