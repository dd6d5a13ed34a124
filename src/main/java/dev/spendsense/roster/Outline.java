package dev.spendsense.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * All users of a dataset in counts, as they may be told now.
 *
 * @param users how many there are
 * @param consenting how many allow findings
 * @param disclosed how many rules have judged, of those
 * @param personas users by first persona, all that the dataset knows
 * @param cells users by planted profile and first persona, where there are any; a user of several profiles counts for each
 * @param confidences users by confidence of the first persona, in {@link #BINS} steps of equal width from 0 to 1; the last
 *     includes 1. Personas that an operator chose have none
 * @param asOf the look whose conclusions count; empty when no rules ever looked
 */
public record Outline(
        int users,
        int consenting,
        int disclosed,
        List<Facet.Value> personas,
        List<Cell> cells,
        List<Integer> confidences,
        Optional<LocalDate> asOf) {

    /** How many steps there are from no confidence to certainty. */
    public static final int BINS = 20;

    public Outline {
        personas = List.copyOf(personas);
        cells = List.copyOf(cells);
        confidences = List.copyOf(confidences);
    }

    /**
     * Users with the same profile and persona.
     *
     * @param profile planted and true on the day
     * @param persona the first one; empty when the rules found none
     * @param users how many, at least one
     */
    public record Cell(String profile, Optional<String> persona, int users) {}

    static List<Cell> cells(Tags profiles, Tags personas, RoaringBitmap disclosed) {
        List<Cell> cells = new ArrayList<>();
        RoaringBitmap without = RoaringBitmap.andNot(disclosed, personas.havingAny(personas.values()));
        for (String profile : profiles.values()) {
            RoaringBitmap planted = profiles.having(profile);
            for (String persona : personas.values()) {
                add(
                        cells,
                        profile,
                        Optional.of(persona),
                        RoaringBitmap.andCardinality(planted, personas.having(persona)));
            }
            add(cells, profile, Optional.empty(), RoaringBitmap.andCardinality(planted, without));
        }
        return cells;
    }

    private static void add(List<Cell> cells, String profile, Optional<String> persona, int users) {
        if (users > 0) {
            cells.add(new Cell(profile, persona, users));
        }
    }
}
