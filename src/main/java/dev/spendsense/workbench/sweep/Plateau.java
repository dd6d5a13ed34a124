package dev.spendsense.workbench.sweep;

import java.util.List;
import java.util.Locale;

/**
 * The widest range of neighboring values at which macro-F1 stays close to the best.
 *
 * @param from lowest value
 * @param to highest value
 * @param best the best macro-F1 of all values
 * @param within how far below the best counts as close: one standard error of the best, at least {@value #LEAST}
 * @param holdsShipped whether the value that the rules have lies in it
 */
public record Plateau(double from, double to, double best, double within, boolean holdsShipped) {

    /** A difference of macro-F1 that is not worth a word. */
    static final double LEAST = 0.005;

    /** Normal quantiles between the ends of a 95% interval. */
    private static final double WIDTH = 2 * 1.96;

    /** Whether a value lies on it. */
    public boolean holds(double value) {
        return value >= from && value <= to;
    }

    /** For people: {@code Any value from 0.3 to 0.6 does as well: …}. */
    public String inWords(double shipped) {
        String range = from == to
                ? "No value beside " + Step.number(from) + " does as well"
                : "Plateau: any value from " + Step.number(from) + " to " + Step.number(to) + " does as well";
        return String.format(
                Locale.ROOT,
                "%s (macro-F1 within %.4f of the best, %.4f). The rules have %s, %s.",
                range,
                within,
                best,
                Step.number(shipped),
                holdsShipped ? from == to ? "which is it" : "which lies on it" : "which lies outside");
    }

    /** @param steps by value, at least one */
    static Plateau of(List<Step> steps) {
        Step top = steps.get(0);
        for (Step step : steps) {
            top = step.macroF1() > top.macroF1() ? step : top;
        }
        double best = top.macroF1();
        double error = top.accuracy()
                .macroF1()
                .map(estimate -> (estimate.high() - estimate.low()) / WIDTH)
                .orElse(0.0);
        double within = Math.max(LEAST, error);
        int first = -1;
        int widestFirst = 0;
        int widestLast = 0;
        double widest = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).macroF1() < best - within) {
                first = -1;
                continue;
            }
            first = first < 0 ? i : first;
            double width = steps.get(i).value() - steps.get(first).value();
            if (width > widest) {
                widest = width;
                widestFirst = first;
                widestLast = i;
            }
        }
        List<Step> range = steps.subList(widestFirst, widestLast + 1);
        return new Plateau(
                range.get(0).value(),
                range.get(range.size() - 1).value(),
                best,
                within,
                range.stream().anyMatch(Step::shipped));
    }
}
