package dev.spendsense.rules.facts;

/**
 * Something a rule wants to tell another rule, under a name of the analyst's choice.
 *
 * @param name what it is about
 * @param subject whom or what it concerns, such as a merchant; may be empty
 * @param value a figure; 0 when none is needed
 */
public record Note(String name, String subject, double value) {}
