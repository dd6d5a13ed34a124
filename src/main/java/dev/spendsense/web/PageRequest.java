package dev.spendsense.web;

import dev.spendsense.web.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which piece of a list is wanted.
 *
 * @param limit how many at most, 1 to 500; 50 when it is missing
 * @param cursor {@code next} of the piece before; null for the first
 */
@ParameterObject
public record PageRequest(
        @Schema(description = "How many at most.", minimum = "1", maximum = "500", defaultValue = "50")
        Integer limit,

        @Schema(description = "`next` of the piece before; missing for the first.")
        String cursor) {

    public static final int MOST = 500;
    private static final int USUAL = 50;
    private static final String OFFSET = "offset:";

    public PageRequest {
        limit = limit == null ? USUAL : limit;
        cursor = cursor == null || cursor.isEmpty() ? null : cursor;
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", limit, "1 to " + MOST);
        }
    }

    /** A piece of a list that is in memory, each item as {@code shown}. */
    public <S, T> Page<T> page(List<S> all, Function<? super S, ? extends T> shown) {
        int from = Math.min(offset(), all.size());
        int to = Math.min(from + limit, all.size());
        List<T> items = all.subList(from, to).stream().<T>map(shown).toList();
        return new Page<>(items, to < all.size() ? encoded(to) : null, all.size());
    }

    private int offset() {
        if (cursor == null) {
            return 0;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int offset = plain.startsWith(OFFSET) ? Integer.parseInt(plain.substring(OFFSET.length())) : -1;
            if (offset >= 0) {
                return offset;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problem.field("cursor", cursor, "`next` of an earlier answer");
    }

    private static String encoded(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((OFFSET + offset).getBytes(StandardCharsets.US_ASCII));
    }
}
