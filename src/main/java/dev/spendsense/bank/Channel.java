package dev.spendsense.bank;

/** How a transaction reached the account. */
public enum Channel {
    /** A card presented to a terminal. */
    IN_STORE,
    /** A card used on a site or in an app. */
    ONLINE,
    /** Direct deposits and direct debits over the clearing house. */
    ACH,
    /** Money moved between the customer's own accounts, card payments included. */
    TRANSFER,
    /** Cash from a machine. */
    ATM,
    /** Posted by the bank itself: interest and fees. */
    BANK
}
