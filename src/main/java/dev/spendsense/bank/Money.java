package dev.spendsense.bank;

/** How amounts of cents are written for people. */
public final class Money {

    private Money() {}

    /** Dollars and cents with separators, for example {@code $1,234.50} or {@code -$0.99}. */
    public static String exact(long cents) {
        long size = Math.abs(cents);
        String decimals = size % 100 < 10 ? ".0" : ".";
        return (cents < 0 ? "-$" : "$") + grouped(size / 100) + decimals + size % 100;
    }

    /** Dollars, rounded half up to the whole, for example {@code $1,235}. */
    public static String rounded(long cents) {
        long dollars = Math.floorDiv(Math.abs(cents) + 50, 100);
        return (cents < 0 && dollars > 0 ? "-$" : "$") + grouped(dollars);
    }

    /** Digits with a comma before every third; by hand, since a formatter takes longer than judging a rule. */
    private static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
