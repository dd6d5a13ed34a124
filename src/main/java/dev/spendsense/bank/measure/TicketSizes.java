package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import java.util.Arrays;

/**
 * How large a customer's purchases usually are, category by category, and how far they usually spread.
 *
 * <p>Tickets are taken to be log-normal. Their spread is read below the median alone (median against the 16th
 * percentile, one standard deviation), so that the outsized purchases that are looked for do not widen it.
 */
final class TicketSizes {

    /** Below this many tickets a category has no usual size. */
    private static final int ENOUGH_TICKETS = 6;

    /** Standard deviations from the median down to the 16th percentile of a normal distribution. */
    private static final double SIXTEENTH_PERCENTILE = 0.9945;

    /** So many tickets of its own weigh as much as the spread of all categories together. */
    private static final double TICKETS_OF_COMMON = 20;

    /** Fixed prices would have no spread at all; nobody's basket is that regular. */
    private static final double LEAST_SPREAD = 0.15;

    private final Timeline timeline;
    private final Category[] categories;
    private final double[] median;
    private final double[] spread;
    private final int[] size;

    TicketSizes(Timeline timeline, CategorySet set, int asOfDay) {
        this.timeline = timeline;
        this.categories = set.categories().toArray(new Category[0]);
        this.median = new double[categories.length];
        this.spread = new double[categories.length];
        this.size = new int[categories.length];
        for (int c = 0; c < categories.length; c++) {
            measure(c, tickets(categories[c], timeline.firstDay, asOfDay));
        }
        drawTogether();
    }

    private void measure(int c, long[] sorted) {
        if (sorted.length < ENOUGH_TICKETS) {
            median[c] = Double.POSITIVE_INFINITY;
            return;
        }
        size[c] = sorted.length;
        median[c] = sorted[Sorted.rank(sorted.length, 50)];
        double low = sorted[Sorted.rank(sorted.length, 16)];
        spread[c] = Math.max(LEAST_SPREAD, StrictMath.log(median[c] / low) / SIXTEENTH_PERCENTILE);
    }

    /** A spread read from a dozen tickets is half chance, so each is drawn towards that of all categories together. */
    private void drawTogether() {
        double squares = 0;
        int tickets = 0;
        for (int c = 0; c < categories.length; c++) {
            squares += size[c] * spread[c] * spread[c];
            tickets += size[c];
        }
        double common = tickets == 0 ? 0 : squares / tickets;
        for (int c = 0; c < categories.length; c++) {
            double own = spread[c] * spread[c];
            spread[c] = Math.sqrt((size[c] * own + TICKETS_OF_COMMON * common) / (size[c] + TICKETS_OF_COMMON));
        }
    }

    int outsized(int from, int to, double times) {
        int outsized = 0;
        for (int c = 0; c < categories.length; c++) {
            if (median[c] < Double.POSITIVE_INFINITY) {
                for (int position : timeline.positions(categories[c], from, to)) {
                    outsized += timeline.amount[position] >= times * median[c] ? 1 : 0;
                }
            }
        }
        return outsized;
    }

    double expectedOutsized(int from, int to, double times) {
        double expected = 0;
        for (int c = 0; c < categories.length; c++) {
            if (median[c] < Double.POSITIVE_INFINITY) {
                Timeline.Tally tally = timeline.tally(categories[c], from, to);
                expected += tally.charges * upperTail(StrictMath.log(times) / spread[c]);
            }
        }
        return expected;
    }

    private long[] tickets(Category category, int from, int to) {
        int[] positions = timeline.positions(category, from, to);
        long[] tickets = new long[positions.length];
        int size = 0;
        for (int position : positions) {
            if (timeline.amount[position] > 0) {
                tickets[size++] = timeline.amount[position];
            }
        }
        long[] sorted = Arrays.copyOf(tickets, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Probability that a standard normal variable exceeds z, for z of 0 or more (Abramowitz and Stegun 26.2.17). */
    static double upperTail(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    }
}
