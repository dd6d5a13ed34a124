package dev.spendsense.bank;

/**
 * What the issuer's agreement says about every card.
 *
 * @param minimumFloor smallest minimum payment in cents, unless less is owed
 * @param minimumBasisPoints share of the balance added to the interest to make the minimum payment, in hundredths of a
 *     percent
 * @param daysToPay days from closing date to due date, before the due date moves to a business day
 * @param lateFee cents charged when the minimum payment is missed, never more than that minimum (12 CFR 1026.52(b)(2))
 */
public record CardTerms(long minimumFloor, int minimumBasisPoints, int daysToPay, long lateFee) {

    /** The minimum payment in cents: max(floor, share of balance + interest), never more than is owed. */
    public long minimumPayment(long balance, long interest) {
        if (balance <= 0) {
            return 0;
        }
        long share = Math.floorDiv(balance * minimumBasisPoints + 5_000, 10_000);
        return Math.min(balance, Math.max(minimumFloor, share + interest));
    }
}
