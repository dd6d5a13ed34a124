package dev.spendsense.workbench.sweep;

import dev.spendsense.report.accuracy.Accuracy;

/**
 * What rules do at one value of a parameter.
 *
 * @param value of the parameter
 * @param shipped whether it is the value that the rules have
 * @param affected users whose foremost persona is another than at the value that the rules have
 * @param accuracy how often the foremost persona is the planted one
 */
public record Step(double value, boolean shipped, int affected, Accuracy accuracy) {

    /** Mean F1 over personas, 0 to 1; 0 where nobody was judged. */
    public double macroF1() {
        return accuracy.macroF1().map(estimate -> estimate.value()).orElse(0.0);
    }
}
