package dev.spendsense.bank.measure;

/**
 * How large a customer's purchases usually are, category by category, and how many stand out.
 *
 * <p>Ordinary tickets are skewed, but in proportion: a purchase of twice the usual size is about as frequent as one of
 * half of it. So the number of outsized purchases to be expected is the number of equally small ones, whatever the
 * spread of the customer's tickets is; what goes beyond it was not there by the customer's own habits.
 */
final class TicketSizes {

    /** Below this many tickets a category has no usual size. */
    private static final int ENOUGH_TICKETS = 6;

    private final Timeline timeline;
    private final int[] categories;
    private final long[] median;

    TicketSizes(Timeline timeline, CategorySet set, int asOfDay) {
        this.timeline = timeline;
        this.categories = timeline.occupied(set);
        this.median = new long[categories.length];
        for (int c = 0; c < categories.length; c++) {
            median[c] = usual(timeline.charges(categories[c], timeline.firstDay, asOfDay));
        }
    }

    /** The middle ticket, or the smaller of the two middle ones; 0 when there are too few. */
    private static long usual(long[] tickets) {
        if (tickets.length < ENOUGH_TICKETS) {
            return 0;
        }
        return Sorted.select(tickets, Sorted.rank(tickets.length, 50));
    }

    /** Purchases of at least so many times the usual ticket of their category. */
    int outsized(int from, int to, double times) {
        int outsized = 0;
        for (int c = 0; c < categories.length; c++) {
            if (median[c] > 0) {
                outsized += timeline.chargesFrom(times * median[c], categories[c], from, to);
            }
        }
        return outsized;
    }

    /** Purchases that fall as far below the usual ticket as outsized ones rise above it. */
    int equallySmall(int from, int to, double times) {
        int small = 0;
        for (int c = 0; c < categories.length; c++) {
            if (median[c] > 0) {
                small += timeline.chargesUpTo(median[c], times, categories[c], from, to);
            }
        }
        return small;
    }
}
