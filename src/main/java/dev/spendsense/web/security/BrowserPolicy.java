package dev.spendsense.web.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What browsers may do on pages of the service: load from the service and nowhere else, and run no script that stands in
 * a page, except for its import map, which has to stand there and is known by its hash.
 */
final class BrowserPolicy {

    private static final String DASHBOARD = "/static/operator/index.html";
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private BrowserPolicy() {}

    /** The value of Content-Security-Policy. */
    static String text() {
        return "default-src 'none'; script-src 'self'" + importMap() + "; style-src 'self'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String importMap() {
        try (InputStream page = BrowserPolicy.class.getResourceAsStream(DASHBOARD)) {
            if (page == null) {
                return "";
            }
            Matcher map = IMPORT_MAP.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            return map.find() ? " 'sha256-" + hash(map.group(1)) + "'" : "";
        } catch (IOException e) {
            throw new UncheckedIOException(DASHBOARD + " cannot be read", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
