package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the charges that return at a steady pace, merchant by merchant. */
final class Recurrence {

    /** Two gaps are the fewest from which a cadence can be told. */
    private static final int ENOUGH_CHARGES = 3;

    /** A charge may be up to twice the usual one, or half of it: prices rise, meters vary. */
    private static final double WIDEST_PRICE = 2;

    private static final CategorySet CHARGES = new CategorySet("charges", chargeCategories());

    private static final Cadence[] CADENCES = Cadence.values();

    private static final Comparator<RecurringSeries> BY_MERCHANT = Comparator.comparing(RecurringSeries::merchant);

    private final Timeline timeline;
    private final int asOfDay;
    private final List<String> accounts;

    Recurrence(Timeline timeline, int asOfDay) {
        this.timeline = timeline;
        this.asOfDay = asOfDay;
        this.accounts = timeline.accountIds;
    }

    /** The postings that can be part of a series, over the whole history. */
    static List<MerchantCharges> charges(Timeline timeline) {
        return MerchantCharges.in(timeline, CHARGES, ENOUGH_CHARGES);
    }

    List<RecurringSeries> find() {
        List<RecurringSeries> series = new ArrayList<>();
        int end = timeline.positionAt(asOfDay + 1);
        for (MerchantCharges charges : timeline.recurringCharges()) {
            int size = before(end, charges.positions());
            Cadence cadence = size >= ENOUGH_CHARGES ? cadence(charges.positions(), size) : null;
            if (cadence != null) {
                long[] amounts = amounts(charges.positions(), size);
                double usual = Sorted.median(amounts);
                if (pricesAgree(amounts, usual)) {
                    series.add(series(charges, cadence, amounts, usual));
                }
            }
        }
        series.sort(BY_MERCHANT);
        return series;
    }

    /** The cadence at which the first so many charges come; null when there is none. */
    private Cadence cadence(int[] positions, int size) {
        for (Cadence cadence : CADENCES) {
            if (returns(positions, size, cadence)) {
                return cadence;
            }
        }
        return null;
    }

    /** How many of some ascending positions come before one. */
    private static int before(int end, int[] positions) {
        if (positions[positions.length - 1] < end) {
            return positions.length;
        }
        int found = Arrays.binarySearch(positions, end);
        return found < 0 ? -found - 1 : found;
    }

    /** All gaps are one turn long, except that a single one may leave a turn out. */
    private boolean returns(int[] positions, int size, Cadence cadence) {
        int leftOut = 0;
        for (int i = 1; i < size; i++) {
            int gap = timeline.day[positions[i]] - timeline.day[positions[i - 1]];
            if (!cadence.fits(gap)) {
                leftOut++;
                if (leftOut > 1 || size <= ENOUGH_CHARGES || !cadence.fitsTwice(gap)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean pricesAgree(long[] amounts, double usual) {
        for (long amount : amounts) {
            double times = amount / usual;
            if (times > WIDEST_PRICE || times < 1 / WIDEST_PRICE) {
                return false;
            }
        }
        return true;
    }

    private RecurringSeries series(MerchantCharges charges, Cadence cadence, long[] amounts, double usual) {
        int size = amounts.length;
        int last = charges.positions()[size - 1];
        EnumSet<Category> categories = EnumSet.noneOf(Category.class);
        long sum = 0;
        for (int i = 0; i < size; i++) {
            categories.add(timeline.transactions.get(charges.positions()[i]).category());
            sum += amounts[i];
        }
        LocalDate first = LocalDate.ofEpochDay(timeline.day[charges.positions()[0]]);
        LocalDate latest = LocalDate.ofEpochDay(timeline.day[last]);
        List<String> merchant = List.of(charges.merchant());
        return new RecurringSeries(
                charges.merchant(),
                timeline.transactions.get(last).category(),
                cadence,
                size,
                first,
                latest,
                timeline.day[last] + cadence.patience() >= asOfDay,
                usual / 100,
                amounts[size - 1] / 100.0,
                Math.rint(Sorted.variation(amounts) * 1e6) / 1e6,
                new Source(accounts, categories, merchant, first, latest, "charges", size, sum));
    }

    private long[] amounts(int[] positions, int size) {
        long[] amounts = new long[size];
        for (int i = 0; i < size; i++) {
            amounts[i] = timeline.amount[positions[i]];
        }
        return amounts;
    }

    private static Set<Category> chargeCategories() {
        EnumSet<Category> charges = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (category.isSpending() && category.primary() != Category.Primary.BANK_FEES) {
                charges.add(category);
            }
        }
        return charges;
    }
}
