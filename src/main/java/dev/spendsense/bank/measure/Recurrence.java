package dev.spendsense.bank.measure;

import dev.spendsense.bank.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the charges that return at a steady pace, merchant by merchant. */
final class Recurrence {

    /** Two gaps are the fewest from which a cadence can be told. */
    private static final int ENOUGH_CHARGES = 3;

    /** A charge may be up to twice the usual one, or half of it: prices rise, meters vary. */
    private static final double WIDEST_PRICE = 2;

    private static final CategorySet CHARGES = new CategorySet("charges", charges());

    private final Timeline timeline;
    private final int asOfDay;
    private final List<String> accounts;

    Recurrence(Timeline timeline, int asOfDay) {
        this.timeline = timeline;
        this.asOfDay = asOfDay;
        this.accounts = timeline.accountIds;
    }

    List<RecurringSeries> find() {
        List<RecurringSeries> series = new ArrayList<>();
        int end = timeline.positionAt(asOfDay + 1);
        timeline.chargesByMerchant().forEach((merchant, positions) -> {
            int size = before(end, positions);
            if (size >= ENOUGH_CHARGES) {
                for (Cadence cadence : Cadence.values()) {
                    if (returns(positions, size, cadence)) {
                        int[] known = Arrays.copyOf(positions, size);
                        if (pricesAgree(known)) {
                            series.add(series(merchant, known, cadence));
                        }
                        break;
                    }
                }
            }
        });
        series.sort(Comparator.comparing(RecurringSeries::merchant));
        return series;
    }

    /** How many of some ascending positions come before one. */
    private static int before(int end, int[] positions) {
        int found = Arrays.binarySearch(positions, end);
        return found < 0 ? -found - 1 : found;
    }

    /** The postings that can be part of a series: positions by merchant, over the whole history. */
    static Map<String, int[]> chargesByMerchant(Timeline timeline) {
        Map<String, Charges> byMerchant = new HashMap<>(256);
        for (int i = 0; i < timeline.day.length; i++) {
            if (timeline.amount[i] > 0 && CHARGES.has(timeline.category[i])) {
                byMerchant
                        .computeIfAbsent(timeline.transactions.get(i).merchant(), merchant -> new Charges())
                        .add(i);
            }
        }
        Map<String, int[]> positions = new HashMap<>();
        byMerchant.forEach((merchant, charges) -> {
            if (charges.size >= ENOUGH_CHARGES) {
                positions.put(merchant, Arrays.copyOf(charges.positions, charges.size));
            }
        });
        return positions;
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

    private static Set<Category> charges() {
        EnumSet<Category> charges = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (category.isSpending() && category.primary() != Category.Primary.BANK_FEES) {
                charges.add(category);
            }
        }
        return charges;
    }

    /** Positions of one merchant's charges, growing as they are found. */
    private static final class Charges {
        private int[] positions = new int[8];
        private int size;

        void add(int position) {
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, size * 2);
            }
            positions[size++] = position;
        }
    }
}
