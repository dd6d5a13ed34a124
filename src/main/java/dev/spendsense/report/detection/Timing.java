package dev.spendsense.report.detection;

import dev.spendsense.report.figures.Waits;
import java.util.OptionalDouble;

/**
 * How long something took, and how long it had to take.
 *
 * @param cases how often there was something to see
 * @param seen how often it was seen
 * @param cutShort how often the profile or the dataset ended before
 * @param medianDays days that half of the cases took, over all cases (those cut short took longer than they lasted);
 *     empty when fewer than half are known to have been seen
 * @param ninetiethDays days that nine cases in ten took, likewise
 * @param boundMedianDays the median of one who is told the truth through the same windows
 * @param boundNinetiethDays the ninetieth percentile of the same
 * @param ratio median over its bound, below 1 where rules are sooner; empty when one of them is, or when the bound is 0
 */
public record Timing(
        int cases,
        int seen,
        int cutShort,
        OptionalDouble medianDays,
        OptionalDouble ninetiethDays,
        OptionalDouble boundMedianDays,
        OptionalDouble boundNinetiethDays,
        OptionalDouble ratio) {

    static Timing of(Waits rules, Waits oracle) {
        OptionalDouble median = rules.quantile(0.5);
        OptionalDouble bound = oracle.quantile(0.5);
        boolean comparable = median.isPresent() && bound.isPresent() && bound.getAsDouble() > 0;
        return new Timing(
                rules.ended() + rules.cutShort(),
                rules.ended(),
                rules.cutShort(),
                median,
                rules.quantile(0.9),
                bound,
                oracle.quantile(0.9),
                comparable ? OptionalDouble.of(median.getAsDouble() / bound.getAsDouble()) : OptionalDouble.empty());
    }
}
