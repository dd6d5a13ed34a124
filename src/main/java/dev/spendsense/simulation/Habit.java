package dev.spendsense.simulation;

/**
 * What randomness is drawn for: one stream each, so that one more draw for one of them shifts no other. The key comes
 * from the name, not from the position, so that a new habit changes none of the old ones.
 */
enum Habit {
    IDENTITY,
    PERSON,
    CONSENT,
    INCOME,
    BUDGET,
    BILLS,
    SUBSCRIPTIONS,
    CARDS,
    SAVINGS,
    SHOPPING,
    TASTE,
    PAY,
    BILL_AMOUNTS,
    PURCHASES,
    IMPULSES,
    CASH,
    REFUNDS,
    EVENTS,
    INTENSITY,
    JOINING,
    CLOSING;

    private final long key = RandomStream.hash(name());

    long key() {
        return key;
    }
}
