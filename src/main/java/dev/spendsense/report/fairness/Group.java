package dev.spendsense.report.fairness;

import dev.spendsense.report.study.Subject;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers that are alike in one way.
 *
 * @param position among the groups of its kind; those of one position are in order of their names
 * @param name as people read it
 */
record Group(int position, String name) implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
            Comparator.comparingInt(Group::position).thenComparing(Group::name);

    /** Bands of the Consumer Expenditure Survey of the Bureau of Labor Statistics, by the age at which they begin. */
    private static final TreeMap<Integer, String> AGES = new TreeMap<>(
            Map.of(0, "under 25", 25, "25–34", 35, "35–44", 45, "45–54", 55, "55–64", 65, "65–74", 75, "75 or older"));

    /** Bands of gross income, by the thousands of dollars a year at which they begin. */
    private static final TreeMap<Integer, String> INCOMES = new TreeMap<>(Map.of(
            Integer.MIN_VALUE,
            "below $30,000",
            30,
            "$30,000–49,999",
            50,
            "$50,000–69,999",
            70,
            "$70,000–99,999",
            100,
            "$100,000–149,999",
            150,
            "$150,000 or more"));

    private static final long CENTS_IN_A_THOUSAND = 100_000;

    static Group ofAge(Subject subject) {
        Map.Entry<Integer, String> band = AGES.floorEntry(subject.age());
        return new Group(band.getKey(), band.getValue());
    }

    static Group ofRegion(Subject subject) {
        return new Group(0, subject.region());
    }

    static Group ofIncome(Subject subject) {
        int thousands = (int) Math.floorDiv(subject.annualIncome(), CENTS_IN_A_THOUSAND);
        Map.Entry<Integer, String> band = INCOMES.floorEntry(thousands);
        return new Group(band.getKey(), band.getValue());
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
