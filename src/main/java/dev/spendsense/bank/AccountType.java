package dev.spendsense.bank;

/** The kinds of account a customer can hold. */
public enum AccountType {
    CHECKING,
    SAVINGS,
    CREDIT_CARD;

    /** Whether the balance is the customer's own money (as opposed to money owed). */
    public boolean isDeposit() {
        return this != CREDIT_CARD;
    }
}
