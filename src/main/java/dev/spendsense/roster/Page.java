package dev.spendsense.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Some of the users found.
 *
 * @param items in order
 * @param next where the next page begins; empty on the last one
 * @param total how many were found in all
 * @param facets how many there would be with other values
 * @param asOf the look whose conclusions count; empty when no rules ever looked
 */
public record Page(List<Entry> items, Optional<String> next, int total, List<Facet> facets, Optional<LocalDate> asOf) {

    public Page {
        items = List.copyOf(items);
        facets = List.copyOf(facets);
    }
}
