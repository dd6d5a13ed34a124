package dev.spendsense.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whom to find, as of when, in which order, and how many at once.
 *
 * @param filter who
 * @param asOf the look whose conclusions count; empty for the last one
 * @param sort keys, the first one first; users alike in all of them stand in the order of the population
 * @param limit the most on a page, 1 to {@link #MOST}
 * @param cursor where the page before ended; empty for the first page
 */
public record Search(Filter filter, Optional<LocalDate> asOf, List<SortKey> sort, int limit, Optional<String> cursor) {

    /** The most users on a page. */
    public static final int MOST = 200;

    /** How many come on a page unless a search says otherwise. */
    public static final int USUAL = 50;

    public Search {
        sort = List.copyOf(sort);
    }

    /** The first page of everybody at the last look. */
    public static Search everybody() {
        return new Search(Filter.EVERYBODY, Optional.empty(), List.of(), USUAL, Optional.empty());
    }
}
