package dev.spendsense.twin;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What two lives paid and received for the same thing, over all days and accounts.
 *
 * @param category what for
 * @param original cents, positive when more left the accounts than arrived
 * @param twin the same of the other life
 */
public record CategoryTotals(Category category, long original, long twin) {

    /** Cents by which the twin paid more, or received less. */
    public long difference() {
        return twin - original;
    }

    /** Of every category that either life knows, in the order of the taxonomy. */
    static List<CategoryTotals> of(Both<History> histories) {
        Both<Map<Category, Long>> sums = histories.map(CategoryTotals::sums);
        TreeSet<Category> all = new TreeSet<>(sums.original().keySet());
        all.addAll(sums.twin().keySet());
        return all.stream()
                .map(it -> new CategoryTotals(
                        it, sums.original().getOrDefault(it, 0L), sums.twin().getOrDefault(it, 0L)))
                .toList();
    }

    private static Map<Category, Long> sums(History history) {
        Map<Category, Long> sums = new EnumMap<>(Category.class);
        for (Transaction transaction : history.transactions()) {
            sums.merge(transaction.category(), transaction.amount(), Long::sum);
        }
        return sums;
    }
}
