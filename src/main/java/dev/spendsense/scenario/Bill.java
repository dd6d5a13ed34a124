package dev.spendsense.scenario;

import dev.spendsense.bank.Category;

/**
 * A monthly obligation paid from checking by direct debit.
 *
 * @param name key in the catalog, for example {@code electricity}
 * @param category what the bank calls it
 * @param housing whether this is the home itself, whose amount follows from the profile's housing share; everyone has
 *     exactly one such bill, chosen by {@code heldBy} as a weight
 * @param amount cents a month; unused for housing
 * @param varies share by which the amount moves from month to month around its usual level, 0 to 1
 * @param heldBy share of households that have it, 0 to 1
 * @param day range of days of the month, within 1 to 28, on which it falls due
 * @param payees names with weights
 */
public record Bill(
        String name,
        Category category,
        boolean housing,
        Range amount,
        double varies,
        double heldBy,
        Range day,
        Weighted<String> payees) {}
