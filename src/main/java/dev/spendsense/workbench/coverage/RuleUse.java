package dev.spendsense.workbench.coverage;

/**
 * How far a rule is used.
 *
 * @param rule its name
 * @param users in how many it comes to a conclusion
 * @param matters whether anybody would be told something else without it
 */
public record RuleUse(String rule, int users, boolean matters) {}
