package dev.spendsense.report.fairness;

import java.util.List;

/**
 * The groups of customers of one truth.
 *
 * @param truth the planted profile; empty for all profiles together, each group weighted so that every profile has the
 *     share it has in the whole study
 * @param groups in their natural order
 */
public record GroupComparison(String truth, List<GroupRate> groups) {

    public GroupComparison {
        groups = List.copyOf(groups);
    }
}
