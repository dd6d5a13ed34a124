package dev.spendsense.rules.facts;

/**
 * A group of evidence of the vocabulary.
 *
 * @param persona the persona it belongs to
 * @param name for example {@code payments}
 * @param cap log-odds that it can count at most, either way
 */
public record EvidenceGroup(String persona, String name, double cap) {}
