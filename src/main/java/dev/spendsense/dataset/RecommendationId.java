package dev.spendsense.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The public identifier of a piece of advice: the same whenever the same user is given the same content at the same date.
 *
 * @param userId who was given it; without hyphens
 * @param code name of the content
 * @param asOf date at which the rules looked
 */
public record RecommendationId(String userId, String code, LocalDate asOf) {

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<RecommendationId> parse(String text) {
        int code = text.indexOf('-') + 1;
        int date = text.length() - "-2026-07-15".length();
        if (code < 2 || date <= code || text.charAt(date) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecommendationId(
                    text.substring(0, code - 1),
                    text.substring(code, date),
                    LocalDate.parse(text.substring(date + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For example {@code u5k2-utilization_basics-2026-07-15}. */
    @Override
    public String toString() {
        return userId + "-" + code + "-" + asOf;
    }
}
