package dev.spendsense.rules.facts;

/**
 * A signal that could not be measured: no such account, no income, too short a history.
 *
 * @param type name in the vocabulary
 * @param windowDays length of the window
 */
public record Unmeasured(String type, int windowDays) {}
