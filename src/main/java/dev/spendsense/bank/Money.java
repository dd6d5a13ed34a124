package dev.spendsense.bank;

import java.util.Locale;

/** How amounts of cents are written for people. */
public final class Money {

    private Money() {}

    /** Dollars and cents with separators, for example {@code $1,234.50} or {@code -$0.99}. */
    public static String exact(long cents) {
        return (cents < 0 ? "-$" : "$")
                + String.format(Locale.ROOT, "%,d.%02d", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }

    /** Dollars, rounded half up to the whole, for example {@code $1,235}. */
    public static String rounded(long cents) {
        long dollars = Math.floorDiv(Math.abs(cents) + 50, 100);
        return (cents < 0 && dollars > 0 ? "-$" : "$") + String.format(Locale.ROOT, "%,d", dollars);
    }
}
