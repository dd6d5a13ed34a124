package dev.spendsense.bank;

import java.time.LocalDate;

/**
 * A card statement.
 *
 * @param account the card
 * @param closingDate last day of the billing cycle, included in it
 * @param balance cents owed at the end of the closing date, interest included; negative when the bank owes
 * @param interest cents of interest charged at the closing date
 * @param minimumPayment cents that must arrive by the due date
 * @param dueDate last day on which the minimum payment is in time; always a business day
 */
public record Statement(
        Account account, LocalDate closingDate, long balance, long interest, long minimumPayment, LocalDate dueDate) {

    /** Share of the credit limit that the statement balance takes, 0 for a card in credit. */
    public double utilization() {
        return account.creditLimit() == 0 ? 0 : Math.max(0, balance) / (double) account.creditLimit();
    }
}
