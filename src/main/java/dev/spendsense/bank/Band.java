package dev.spendsense.bank;

import java.util.List;

/**
 * A range of ages or incomes, for telling customers apart. The bands are those of the Consumer Expenditure Survey of the
 * Bureau of Labor Statistics.
 *
 * @param from years, or thousands of dollars a year, at which it begins; the lowest begins at 0
 * @param name for scripts, for example {@code 25-34}
 * @param title for people, for example {@code 25–34}
 */
public record Band(int from, String name, String title) {

    /** Bands of completed years, youngest first. */
    public static final List<Band> AGES = List.of(
            new Band(0, "under-25", "under 25"),
            new Band(25, "25-34", "25–34"),
            new Band(35, "35-44", "35–44"),
            new Band(45, "45-54", "45–54"),
            new Band(55, "55-64", "55–64"),
            new Band(65, "65-74", "65–74"),
            new Band(75, "75-or-older", "75 or older"));

    /** Bands of gross income a year, lowest first. */
    public static final List<Band> INCOMES = List.of(
            new Band(0, "below-30k", "below $30,000"),
            new Band(30, "30k-50k", "$30,000–49,999"),
            new Band(50, "50k-70k", "$50,000–69,999"),
            new Band(70, "70k-100k", "$70,000–99,999"),
            new Band(100, "100k-150k", "$100,000–149,999"),
            new Band(150, "150k-or-more", "$150,000 or more"));

    private static final long CENTS_IN_A_THOUSAND = 100_000;

    /** The band of an age in completed years. */
    public static Band ofAge(int years) {
        return last(AGES, years);
    }

    /** The band of a gross income in cents a year. */
    public static Band ofIncome(long cents) {
        return last(INCOMES, Math.floorDiv(cents, CENTS_IN_A_THOUSAND));
    }

    /** The last band that does not begin above the figure; the lowest for figures below all. */
    private static Band last(List<Band> bands, long figure) {
        Band found = bands.get(0);
        for (Band band : bands) {
            if (band.from() <= figure) {
                found = band;
            }
        }
        return found;
    }
}
