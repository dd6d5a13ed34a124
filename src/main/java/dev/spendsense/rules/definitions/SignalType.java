package dev.spendsense.rules.definitions;

/**
 * A kind of signal of the vocabulary.
 *
 * @param name for example {@code credit_utilization}
 * @param title for people
 */
public record SignalType(String name, String title) {}
