package dev.spendsense.scenario;

/**
 * How income is divided. Shares are of net income unless another base is named.
 *
 * @param spending all purchases, bills, interest and fees
 * @param housing rent or mortgage
 * @param billsCap all monthly bills together, as a share of spending, are cut back to this
 * @param openingMonths months of spending in checking on the first day
 * @param paced whether daily purchases follow what is left until the next pay (and above the floor)
 * @param floorMonths months of spending that a paced household tries not to touch
 * @param countsSavings share of savings that a paced household counts to what is left, 0 to 1
 */
public record Budget(
        Range spending,
        Range housing,
        double billsCap,
        Range openingMonths,
        boolean paced,
        Range floorMonths,
        double countsSavings) {}
