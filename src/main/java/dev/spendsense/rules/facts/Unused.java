package dev.spendsense.rules.facts;

/**
 * A subscription that a rule takes to be paid for and not used.
 *
 * @param merchant name on the statement
 * @param because what shows it
 */
public record Unused(String merchant, String because) {}
