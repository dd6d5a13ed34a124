package dev.spendsense.web;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.ETag;

/** Entity tags (RFC 9110, section 8.8.3): what a resource's state is called, so that nobody overwrites what they have not seen. */
public final class Versions {

    private static final int LONGEST_PART = 24;

    private Versions() {}

    /** A strong tag of what the state consists of, for example a fingerprint and a number of changes; with its quotes. */
    public static String tag(Object... parts) {
        return Arrays.stream(parts)
                .map(String::valueOf)
                .map(part -> part.substring(0, Math.min(LONGEST_PART, part.length())))
                .collect(Collectors.joining("-", "\"", "\""));
    }

    /**
     * Insists that a write is about the state that is there.
     *
     * @param ifMatch the header as it came; null when it is missing
     * @param current tag of the state that is there, with its quotes
     * @throws Problem 428 when the header is missing, 412 when it names another state
     */
    public static void mustMatch(String ifMatch, String current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.IF_MATCH_MISSING, "If-Match is missing; expected the ETag that was read last")
                    .with("current", current);
        }
        boolean matches = ETag.parse(ifMatch).stream()
                .anyMatch(tag ->
                        tag.isWildcard() || !tag.weak() && tag.formattedTag().equals(current));
        if (!matches) {
            throw Problem.of(ProblemType.STALE, "it was changed since it was read: read it again")
                    .with("current", current);
        }
    }
}
