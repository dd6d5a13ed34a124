package dev.spendsense.report.html;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How numbers are written. */
final class Numerals {

    /** Stands where there is no number. */
    static final String NONE = "–";

    private static final double LONGEST = 10_000;

    private Numerals() {}

    static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < LONGEST ? "%.3f" : "%,.0f", value);
    }

    static String figure(Optional<Estimate> estimate) {
        return estimate.map(known -> figure(known.value())).orElse(NONE);
    }

    static String figure(OptionalDouble value) {
        return value.isPresent() ? figure(value.getAsDouble()) : NONE;
    }

    static String interval(Estimate estimate) {
        return figure(estimate.low()) + "–" + figure(estimate.high());
    }

    static String interval(Optional<Estimate> estimate) {
        return estimate.map(Numerals::interval).orElse("");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Without what is not needed: {@code 1}, {@code 0.95}. */
    static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : String.valueOf(value);
    }

    /** A figure of an axis, free of what adding up steps leaves behind. */
    static String mark(double value) {
        return plain(Math.round(value * 1000) / 1000.0);
    }

    /** A share along an axis. */
    static String percentMark(double share) {
        return Math.round(100 * share) + "%";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count in little room: {@code 12k}. */
    static String shortCount(long number) {
        return number < LONGEST ? count(number) : Math.round(number / 1000.0) + "k";
    }

    static String counted(long number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }

    static String of(Rate rate) {
        return count(rate.hits()) + " of " + count(rate.cases());
    }

    static String days(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.0f", days.getAsDouble()) : NONE;
    }

    static String signed(double logOdds) {
        return String.format(Locale.ROOT, "%+.2f", logOdds).replace('-', '−');
    }
}
