package dev.spendsense.report.fairness;

import java.util.List;
import java.util.Optional;

/**
 * One way to tell customers apart.
 *
 * @param name for scripts, for example {@code age}
 * @param judged whether the four-fifths rule is applied; otherwise the figures are for information
 * @param verdict failed when any group of any comparison failed; too small when none is large enough
 * @param lowestRatio the lowest ratio of any group that is large enough; empty when there is none
 * @param comparisons all profiles together first, then one by one
 */
public record Attribute(
        String name,
        boolean judged,
        Verdict verdict,
        Optional<LowestRatio> lowestRatio,
        List<GroupComparison> comparisons) {

    public Attribute {
        comparisons = List.copyOf(comparisons);
    }
}
