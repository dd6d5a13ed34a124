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
        int[] merchantOf = new int[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            merchantOf[i] = -1;
            if (timeline.amount[i] > 0 && categories.has(timeline.category[i])) {
                String merchant = timeline.transactions.get(i).merchant();
                int at = placeOf(merchant, table, merchants);
                if (table[at] == 0) {
                    merchants[known++] = merchant;
                    table[at] = known;
                }
                merchantOf[i] = table[at] - 1;
                count[merchantOf[i]]++;
            }
        }
        return gather(merchants, known, count, merchantOf, enough);
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

    private static List<MerchantCharges> gather(
            String[] merchants, int known, int[] count, int[] merchantOf, int enough) {
        List<MerchantCharges> all = new ArrayList<>(known);
        int[][] positions = new int[known][];
        for (int number = 0; number < known; number++) {
            if (count[number] >= enough) {
                positions[number] = new int[count[number]];
                all.add(new MerchantCharges(merchants[number], positions[number]));
            }
        }
        for (int i = merchantOf.length - 1; i >= 0; i--) { // backward, so that the counts tell where the next one goes
            int number = merchantOf[i];
            if (number >= 0 && positions[number] != null) {
                positions[number][--count[number]] = i;
            }
        }
        return all;
    }
}
