package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the charges that return at a steady pace, merchant by merchant. */
final class Recurrence {

    /** Two gaps are the fewest from which a cadence can be told. */
    private static final int ENOUGH_CHARGES = 3;

    /** A charge may be up to twice the usual one, or half of it: prices rise, meters vary. */
    private static final double WIDEST_PRICE = 2;

    private static final CategorySet CHARGES = new CategorySet("charges", chargeCategories());

    private static final List<Cadence> CADENCES = List.of(Cadence.values());

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
            if (size >= ENOUGH_CHARGES) {
                cadence(charges.positions(), size).ifPresent(cadence -> {
                    int[] known = Arrays.copyOf(charges.positions(), size);
                    if (pricesAgree(known)) {
                        series.add(series(charges.merchant(), known, cadence));
                    }
                });
            }
        }
        series.sort(Comparator.comparing(RecurringSeries::merchant));
        return series;
    }

    private Optional<Cadence> cadence(int[] positions, int size) {
        for (Cadence cadence : CADENCES) {
            if (returns(positions, size, cadence)) {
                return Optional.of(cadence);
            }
        }
        return Optional.empty();
    }

    /** How many of some ascending positions come before one. */
    private static int before(int end, int[] positions) {
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

    private boolean pricesAgree(int[] positions) {
        double usual = Sorted.median(amounts(positions));
        for (int position : positions) {
            double times = timeline.amount[position] / usual;
            if (times > WIDEST_PRICE || times < 1 / WIDEST_PRICE) {
                return false;
            }
        }
        return true;
    }

    private RecurringSeries series(String merchant, int[] positions, Cadence cadence) {
        long[] amounts = amounts(positions);
        int last = positions[positions.length - 1];
        EnumSet<Category> categories = EnumSet.noneOf(Category.class);
        for (int position : positions) {
            categories.add(timeline.transactions.get(position).category());
        }
        LocalDate first = LocalDate.ofEpochDay(timeline.day[positions[0]]);
        LocalDate latest = LocalDate.ofEpochDay(timeline.day[last]);
        long sum = Arrays.stream(amounts).sum();
        return new RecurringSeries(
                merchant,
                timeline.transactions.get(last).category(),
                cadence,
                positions.length,
                first,
                latest,
                timeline.day[last] + cadence.patience() >= asOfDay,
                Sorted.median(amounts) / 100,
                amounts[amounts.length - 1] / 100.0,
                Math.rint(Sorted.variation(amounts) * 1e6) / 1e6,
                new Source(accounts, categories, List.of(merchant), first, latest, "charges", positions.length, sum));
    }

    private long[] amounts(int[] positions) {
        long[] amounts = new long[positions.length];
        for (int i = 0; i < positions.length; i++) {
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
