package dev.spendsense.cli;

import dev.spendsense.bank.Money;
import dev.spendsense.bank.measure.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Figures with the decimals that tell a value from its threshold, where sentences round. */
final class PreciseFigure {

    private static final int DECIMALS = 4;

    private PreciseFigure() {}

    static String of(double value, Unit unit) {
        return switch (unit) {
            case SHARE, PROBABILITY -> percent(value);
            case SHARE_PER_MONTH -> percent(value) + " a month";
            case USD -> Money.exact(Math.round(value * 100));
            case DAYS -> plain(value) + (value == 1 ? " day" : " days");
            case MONTHS -> plain(value) + (value == 1 ? " month" : " months");
            case FLAG -> value == 0 ? "no" : value == 1 ? "yes" : plain(value);
            case COUNT, LOG_ODDS -> plain(value);
        };
    }

    /** The same for a unit by its label. */
    static String of(double value, String unit) {
        Optional<Unit> known = Unit.labelled(unit);
        return known.map(it -> of(value, it)).orElseGet(() -> plain(value));
    }

    private static String percent(double value) {
        return plain(value * 100) + "%";
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
