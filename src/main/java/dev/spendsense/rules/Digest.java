package dev.spendsense.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over several pieces; their lengths count, so that no two lists of pieces run together. */
final class Digest {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Digest add(String piece) {
        return add(piece.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] piece) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(piece.length).array());
        sha256.update(piece);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
