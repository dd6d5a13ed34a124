package dev.spendsense.report.fairness;

/**
 * Where a group comes off worst beside another.
 *
 * @param truth the planted profile; empty for all profiles together
 * @param group the group
 * @param right whether it is about being given the right persona; otherwise about being spared a wrong one
 * @param ratio of the group's rate to the best group's, 0 to 1
 * @param users in the group
 * @param beyondChance whether the difference of the two rates is more than chance explains in nineteen cases of twenty
 *     (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 *     17, 1998, method 10); nothing is made up for how many groups were compared
 */
public record LowestRatio(String truth, String group, boolean right, double ratio, int users, boolean beyondChance) {}
