package dev.spendsense.web.security;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody who may use the service.
 *
 * @param name letters, digits and {@code . _ @ -}, at most 64; as it stands in audit logs
 * @param role what they may do
 * @param tokenSha256 what is kept of their token
 * @param since when the token was made
 */
public record User(String name, Role role, String tokenSha256, Instant since) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public User {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name: " + name + "; expected letters, digits and . _ @ -, at most 64");
        }
        if (role == null) {
            throw new IllegalArgumentException(
                    "role of " + name + ": nothing; expected viewer, operator, analyst or admin");
        }
        if (tokenSha256 == null || !HASH.matcher(tokenSha256).matches()) {
            throw new IllegalArgumentException("token_sha256 of " + name + "; expected 64 hexadecimal digits");
        }
    }
}
