package dev.spendsense.web.users;

import dev.spendsense.roster.Entry;
import dev.spendsense.roster.Facet;
import dev.spendsense.roster.Page;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of users.
 *
 * @param items in the order that was asked for
 * @param next what to give as {@code cursor} for the next page; null on the last one
 * @param total how many were found on all pages
 * @param facets how many there would be with other values
 * @param asOf the look whose conclusions count; null when no rules ever looked
 */
record UserList(List<Item> items, String next, int total, List<FacetItem> facets, LocalDate asOf) {

    /** A user; what rules concluded is null for one who does not consent, or whom none have judged. */
    public record Item(
            String userId,
            String name,
            int age,
            String region,
            long annualIncomeCents,
            boolean consent,
            List<String> profiles,
            String persona,
            Boolean overridden,
            Double confidence,
            Integer behaviors,
            Integer recommendations) {

        static Item of(Entry it) {
            Entry.Finding finding = it.finding().orElse(null);
            return new Item(
                    it.userId(),
                    it.name(),
                    it.age(),
                    it.region(),
                    it.annualIncomeCents(),
                    it.consent(),
                    it.profiles(),
                    finding == null ? null : finding.persona().orElse(null),
                    finding == null ? null : finding.overridden(),
                    finding == null ? null : finding.confidence().orElse(null),
                    finding == null ? null : finding.behaviors(),
                    finding == null ? null : finding.recommendations());
        }
    }

    /** A field with all its values. */
    public record FacetItem(String field, List<ValueItem> values) {

        static FacetItem of(Facet it) {
            return new FacetItem(
                    it.field().publicName(),
                    it.values().stream()
                            .map(value -> new ValueItem(value.name(), value.title(), value.users(), value.chosen()))
                            .toList());
        }
    }

    /** A value, how many users have it, and whether the filter asks for it. */
    public record ValueItem(String name, String title, int users, boolean chosen) {}

    static UserList of(Page it) {
        return new UserList(
                it.items().stream().map(Item::of).toList(),
                it.next().orElse(null),
                it.total(),
                it.facets().stream().map(FacetItem::of).toList(),
                it.asOf().orElse(null));
    }
}
