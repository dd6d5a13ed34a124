package dev.spendsense.findings;

/**
 * A persona whose published criterion is met. Without one, a persona is never assigned, whatever the evidence.
 *
 * @param persona name in the vocabulary
 * @param because the criterion in words
 */
public record Candidate(String persona, String because) {}
