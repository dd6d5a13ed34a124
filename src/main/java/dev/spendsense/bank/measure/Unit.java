package dev.spendsense.bank.measure;

import dev.spendsense.bank.Money;
import java.util.Locale;
import java.util.Optional;

/** What a measured value counts, and how it is written for people. */
public enum Unit {
    /** Dollars; written without cents from ten dollars up, {@code $87} or {@code $9.50}. */
    USD,
    /** A fraction of 1; written as a percentage. */
    SHARE,
    /** A fraction of 1 gained or lost a month. */
    SHARE_PER_MONTH,
    DAYS,
    /** Months of spending. */
    MONTHS,
    /** How many. */
    COUNT,
    /** 1 for yes, 0 for no. */
    FLAG,
    /** Natural logarithm of odds. */
    LOG_ODDS,
    /** 0 to 1. */
    PROBABILITY;

    private static final long CENTS_WORTH_SHOWING_BELOW = 1_000;

    /** The name in files, for example {@code share_per_month}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit with the given name in files. */
    public static Optional<Unit> labelled(String label) {
        for (Unit unit : values()) {
            if (unit.label().equals(label)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The value as it stands in a sentence. */
    public String format(double value) {
        return switch (this) {
            case USD -> dollars(value);
            case SHARE, PROBABILITY -> percent(value);
            case SHARE_PER_MONTH -> percent(value) + " a month";
            case DAYS -> counted(value, "day");
            case MONTHS -> counted(value, "month");
            case COUNT -> plain(value);
            case FLAG -> value == 0 ? "no" : "yes";
            case LOG_ODDS -> plain(value);
        };
    }

    private static String dollars(double value) {
        long cents = Math.round(value * 100);
        boolean whole = Math.abs(cents) >= CENTS_WORTH_SHOWING_BELOW || cents % 100 == 0;
        return whole ? Money.rounded(cents) : Money.exact(cents);
    }

    /** Whole percents, except below ten, where a tenth still tells something. */
    private static String percent(double value) {
        return (Math.abs(value) < 0.0995 ? plain(value * 100) : Long.toString(Math.round(value * 100))) + "%";
    }

    private static String counted(double value, String noun) {
        String number = plain(value);
        return number + " " + noun + (number.equals("1") ? "" : "s");
    }

    /** At most one decimal. */
    private static String plain(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
