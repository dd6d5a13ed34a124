package dev.spendsense.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks for.
 *
 * @param scenario name of a scenario, or what the one in {@code text} is to be called
 * @param text a scenario, as YAML; empty when one of the shelf is meant
 * @param overrides fields to replace and their values as they would be written in the file, in order; {@code days}, {@code
 *     end} and {@code every} are known for short
 * @param dataset name that the dataset gets, without ending; empty for one that is free
 * @param replace whether an older dataset of that name is replaced
 * @param requester who asks
 * @param key makes a repeated request of the same requester the same one; empty when each is another
 */
public record RunRequest(
        String scenario,
        Optional<String> text,
        Map<String, String> overrides,
        Optional<String> dataset,
        boolean replace,
        String requester,
        Optional<String> key) {

    public RunRequest {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }

    /** A scenario of the shelf as it is, for a dataset whose name is free. */
    public static RunRequest of(String scenario, String requester) {
        return new RunRequest(
                scenario, Optional.empty(), Map.of(), Optional.empty(), false, requester, Optional.empty());
    }

    /** Tells requests apart that differ in what they ask for. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, scenario);
            add(digest, text.map(given -> "=" + given).orElse(""));
            overrides.forEach((field, value) -> {
                add(digest, field);
                add(digest, value);
            });
            add(digest, dataset.map(given -> "=" + given).orElse(""));
            add(digest, Boolean.toString(replace));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
