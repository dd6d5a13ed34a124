package dev.spendsense.bank;

/**
 * An account as it stood when it entered the history.
 *
 * @param id public identifier, unique over all customers
 * @param slot position among the customer's own accounts, from 0
 * @param type checking, savings or credit card
 * @param name product name as the bank prints it, for example {@code Visa Platinum}
 * @param mask last four digits
 * @param openingBalance cents at the start of the history: what the customer has in a deposit account (negative when
 *     overdrawn), what the customer owes on a card
 * @param creditLimit cents; 0 for deposit accounts
 * @param aprBasisPoints annual percentage rate in hundredths of a percent: charged on a card, paid on savings
 */
public record Account(
        String id,
        int slot,
        AccountType type,
        String name,
        String mask,
        long openingBalance,
        long creditLimit,
        int aprBasisPoints) {

    /** The balance once money has moved: deposits shrink when money leaves, card debt grows. */
    public long balanceAfter(long balance, long amount) {
        return type.isDeposit() ? balance - amount : balance + amount;
    }
}
