package dev.spendsense.workbench.explain;

/**
 * Where a rule stands.
 *
 * @param rule name
 * @param file within the rule folder
 * @param line where the rule begins, from 1
 */
public record RulePlace(String rule, String file, int line) {}
