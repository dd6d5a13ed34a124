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
        int[] table = new int[Integer.highestOneBit(Math.max(8, size)) * 2]; // at most half of it is taken
        String[] merchants = new String[size];
        int[] count = new int[size];
        int[] latest = new int[size];
        int[] earlier = new int[size]; // from a charge to the one before it of the same merchant
        int known = 0;
        for (int i = 0; i < size; i++) {
            if (timeline.amount[i] > 0 && categories.has(timeline.category[i])) {
                String merchant = timeline.transactions.get(i).merchant();
                int at = placeOf(merchant, table, merchants);
                if (table[at] == 0) {
                    merchants[known++] = merchant;
                    table[at] = known;
                }
                int number = table[at] - 1;
                count[number]++;
                earlier[i] = latest[number];
                latest[number] = i;
            }
        }
        List<MerchantCharges> all = new ArrayList<>();
        for (int number = 0; number < known; number++) {
            if (count[number] >= enough) {
                all.add(new MerchantCharges(merchants[number], chain(latest[number], earlier, count[number])));
            }
        }
        return all;
    }

    private static int[] chain(int latest, int[] earlier, int length) {
        int[] positions = new int[length];
        int position = latest;
        for (int i = length - 1; i >= 0; i--) {
            positions[i] = position;
            position = earlier[position];
        }
        return positions;
    }

    /**
     * Where a merchant's number, counted from 1, stands in the table or is to stand: the first place from that of its hash
     * on that is free.
     */
    private static int placeOf(String merchant, int[] table, String[] merchants) {
        int hash = merchant.hashCode();
        int at = (hash ^ hash >>> 16) & table.length - 1;
        while (table[at] != 0 && !merchants[table[at] - 1].equals(merchant)) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }
}
