package dev.spendsense.scenario;

import dev.spendsense.bank.Category;
import java.util.List;

/**
 * Money that arrives or leaves because of an event, once or again and again while the event lasts.
 *
 * @param name key in the event
 * @param arrives whether the customer receives it; otherwise the customer pays it
 * @param amount cents, or a share of a month's usual net pay
 * @param shareOfPay whether the amount is such a share
 * @param parties who pays or is paid; each customer meets one of them
 * @param category what the bank calls it
 * @param onCard whether it is put on a card that has room; otherwise it is debited from checking
 * @param after days after the event of the first time
 * @param every days from one time to the next; 0 when there is only one
 * @param times how often at most
 */
public record CashFlow(
        String name,
        boolean arrives,
        Range amount,
        boolean shareOfPay,
        List<String> parties,
        Category category,
        boolean onCard,
        int after,
        int every,
        int times) {

    public CashFlow {
        parties = List.copyOf(parties);
    }
}
