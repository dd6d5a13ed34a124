package dev.spendsense.scenario;

import dev.spendsense.bank.Category;
import java.util.List;
import java.util.Set;

/**
 * A kind of everyday purchase: where it happens, what it costs, and when.
 *
 * @param name key in the catalog, for example {@code groceries}
 * @param category what the bank calls it
 * @param price cents; the central 90% of tickets lie in this range, the rest is skewed to the right (log-normal)
 * @param weight how often it is bought compared with the other kinds, before a budget tilts the basket
 * @param weekdays seven factors on the weight, Monday first
 * @param hours first and last hour of the day (0 to 23) at which it is bought
 * @param endings what prices end in: cents 0 to 99 with their weights; empty when any cent will do
 * @param online share of purchases made on a site or in an app, 0 to 1
 * @param refunded share of purchases given back some days later, 0 to 1
 * @param foreign whether the merchant is abroad, so that the bank charges its foreign transaction fee
 * @param merchants names with weights
 * @param sites those of the merchants that have no shop: every purchase there is made online
 * @param mostADay how many of them one customer makes on a day at most, at least 1
 * @param loyalty share of a customer's purchases made at their usual merchant of the kind, 0 to 1
 * @param discretionary whether a household can do without it
 */
public record PurchaseKind(
        String name,
        Category category,
        Range price,
        double weight,
        List<Double> weekdays,
        Range hours,
        List<PriceEnding> endings,
        double online,
        double refunded,
        boolean foreign,
        Weighted<String> merchants,
        Set<String> sites,
        int mostADay,
        double loyalty,
        boolean discretionary) {

    /**
     * Cents that prices like to end in.
     *
     * @param cents 0 to 99
     * @param weight compared with the other endings
     */
    public record PriceEnding(int cents, double weight) {}
}
