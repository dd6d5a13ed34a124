package dev.spendsense.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * Tokens: 256 random bits that nobody can guess. So a plain SHA-256 is enough to keep them by: salt and slowness protect
 * passwords, which people choose and reuse, and would cost every request a tenth of a second here.
 */
final class Token {

    private static final int BYTES = 32;

    private Token() {}

    /** A new one, 43 characters that need no escaping in an address. */
    static String random() {
        return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), BYTES).generateKey();
    }

    /** What is kept of a token, hexadecimal. */
    static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Whether two hashes are equal, in a time that does not tell how much of them is. */
    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
