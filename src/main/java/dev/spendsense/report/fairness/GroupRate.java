package dev.spendsense.report.fairness;

import dev.spendsense.report.figures.Rate;
import java.util.OptionalDouble;

/**
 * How one group fares, of those in whom the same was planted.
 *
 * @param group its name
 * @param users how many there are
 * @param right how many were given what was planted: it is assigned, and nothing untrue is ranked before it
 * @param wrong how many were given something that is not true, whatever its rank
 * @param rightRatio rate of being given the right persona over that of the group in which it is highest; empty when
 *     there are not two groups large enough to be compared, or when that rate is 0
 * @param sparedRatio rate of not being given a wrong persona over that of the group in which it is highest, likewise
 * @param verdict whether both ratios reach four fifths
 */
public record GroupRate(
        String group,
        int users,
        Rate right,
        Rate wrong,
        OptionalDouble rightRatio,
        OptionalDouble sparedRatio,
        Verdict verdict) {}
