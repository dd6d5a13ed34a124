package dev.spendsense.workbench.sweep;

import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.PersonaScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What rules do at one value of a parameter.
 *
 * @param value of the parameter
 * @param shipped whether it is the value that the rules have
 * @param affected users whose foremost persona is another than at the value that the rules have
 * @param accuracy how often the foremost persona is the planted one
 */
public record Step(double value, boolean shipped, int affected, Accuracy accuracy) {

    private static final int DECIMALS = 6;

    /** Mean F1 over personas, 0 to 1; 0 where nobody was judged. */
    public double macroF1() {
        return accuracy.macroF1().map(estimate -> estimate.value()).orElse(0.0);
    }

    /** How well one persona was found; empty when nobody has it, in truth or by the rules. */
    public Optional<PersonaScore> of(String persona) {
        return accuracy.personas().stream()
                .filter(score -> score.persona().equals(persona))
                .findFirst();
    }

    /** A value as it is written in {@code parameters.yaml}: {@code 0.5}, {@code -4}. */
    public static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
