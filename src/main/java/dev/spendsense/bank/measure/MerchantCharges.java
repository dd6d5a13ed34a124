package dev.spendsense.bank.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What one merchant charged.
 *
 * @param merchant its name on the statement
 * @param positions of the charges in the history, in their order
 */
record MerchantCharges(String merchant, int[] positions) {

    /**
     * The charges for some categories over a whole history, of merchants with enough of them, in no order. Every user of
     * every run goes through here, so that the table of merchants is one of plain arrays.
     */
    static List<MerchantCharges> in(Timeline timeline, CategorySet categories, int enough) {
        int size = timeline.day.length;
        int capacity = Integer.highestOneBit(Math.max(8, size)) * 2; // at most half of it is taken
        String[] merchants = new String[capacity];
        int[] count = new int[capacity];
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            place[i] = -1;
            if (timeline.amount[i] > 0 && categories.has(timeline.category[i])) {
                String merchant = timeline.transactions.get(i).merchant();
                int at = placeOf(merchant, merchants);
                merchants[at] = merchant;
                count[at]++;
                place[i] = at;
            }
        }
        return gather(merchants, count, place, enough);
    }

    /** Where a merchant stands in the table, or is to stand: the first place from that of its hash on that is free. */
    private static int placeOf(String merchant, String[] merchants) {
        int hash = merchant.hashCode();
        int at = (hash ^ hash >>> 16) & merchants.length - 1;
        while (merchants[at] != null && !merchants[at].equals(merchant)) {
            at = at + 1 & merchants.length - 1;
        }
        return at;
    }

    private static List<MerchantCharges> gather(String[] merchants, int[] count, int[] place, int enough) {
        List<MerchantCharges> all = new ArrayList<>();
        int[][] positions = new int[merchants.length][];
        for (int i = place.length - 1; i >= 0; i--) { // backward, so that the counts tell where the next one goes
            int at = place[i];
            if (at >= 0 && (positions[at] != null || count[at] >= enough)) {
                if (positions[at] == null) {
                    positions[at] = new int[count[at]];
                    all.add(new MerchantCharges(merchants[at], positions[at]));
                }
                positions[at][--count[at]] = i;
            }
        }
        return all;
    }
}
