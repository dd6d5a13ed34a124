package dev.spendsense.findings;

/**
 * A rule that fired.
 *
 * @param phase folder of the rule
 * @param rule name of the rule
 * @param outcome what it concluded, in words
 */
public record Firing(String phase, String rule, String outcome) {}
