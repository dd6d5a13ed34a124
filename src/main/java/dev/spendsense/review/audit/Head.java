package dev.spendsense.review.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the log at some time. Kept elsewhere, it shows later that nothing was cut off: a chain alone cannot.
 *
 * @param sequence number of the last entry; 0 for an empty log
 * @param hash of that entry, hexadecimal
 */
public record Head(long sequence, String hash) {

    /** The head of a log without entries. */
    public static final Head EMPTY = new Head(0, "0".repeat(64));

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<Head> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** For example {@code 17:5e0c...}. */
    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
