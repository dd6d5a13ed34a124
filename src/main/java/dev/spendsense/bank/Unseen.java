package dev.spendsense.bank;

import java.util.Set;

/**
 * What a history does not tell although it tells the rest, as histories from elsewhere do not. What would be measured from
 * it is unknown, and not 0.
 *
 * @param balances accounts, by id, of which only the movements are known
 * @param rates cards, by id, whose annual percentage rate nobody stated
 * @param channels whether it is unknown which purchases were made online
 * @param times whether times of day are unknown
 * @param purposes whether too many transactions have no category for sums by category to mean anything
 */
public record Unseen(Set<String> balances, Set<String> rates, boolean channels, boolean times, boolean purposes) {

    /** A history that tells everything. */
    public static final Unseen NOTHING = new Unseen(Set.of(), Set.of(), false, false, false);

    public Unseen {
        balances = Set.copyOf(balances);
        rates = Set.copyOf(rates);
    }
}
