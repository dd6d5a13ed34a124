package dev.spendsense.scenario;

import java.util.Optional;

/**
 * Credit cards and how they are paid.
 *
 * @param count number of cards with weights, 0 to 3
 * @param limit credit limit of a card as a share of gross annual income
 * @param aprPercent annual percentage rate
 * @param openingUtilization share of the limit owed on the first day
 * @param utilization share of the limit up to which the holder lets a card fill; purchases beyond go to checking
 * @param payment how statements are paid, with weights
 * @param partial share of the statement balance that a partial payer pays, at least the minimum
 * @param overdue share of users who stop paying one card some weeks before the end
 * @param closedAfter days from the first one after which cards are paid off and used no more, whole numbers; empty for
 *     holders who keep them
 */
public record CardHabit(
        Weighted<Integer> count,
        Range limit,
        Range aprPercent,
        Range openingUtilization,
        Range utilization,
        Weighted<Payment> payment,
        Range partial,
        double overdue,
        Optional<Range> closedAfter) {

    /** How a holder pays a statement. */
    public enum Payment {
        FULL,
        PARTIAL,
        MINIMUM
    }
}
