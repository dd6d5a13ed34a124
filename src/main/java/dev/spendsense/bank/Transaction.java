package dev.spendsense.bank;

import java.time.LocalDate;

/**
 * One posting on one account.
 *
 * @param account the account it moved
 * @param sequence position among the account's own postings, from 0; never decreases with the date
 * @param date posting date
 * @param minute minutes since midnight at which a card was used, or {@link #NO_TIME} where a bank sees only the day
 * @param amount cents, positive when money leaves the account, negative when it arrives
 * @param merchant the other party as printed on the statement
 * @param category what it was for
 * @param channel how it reached the account
 */
public record Transaction(
        Account account,
        int sequence,
        LocalDate date,
        int minute,
        long amount,
        String merchant,
        Category category,
        Channel channel) {

    /** The {@link #minute} of postings that carry no time of day. */
    public static final int NO_TIME = -1;

    /** Public identifier: the account and the position on it. */
    public String id() {
        return account.id() + "-" + sequence;
    }

    /** Whether this is a payment by the holder that reduces what is owed on a card. */
    public boolean isCardPaymentReceived() {
        return category == Category.LOAN_PAYMENTS_CREDIT_CARD_PAYMENT
                && !account.type().isDeposit();
    }
}
