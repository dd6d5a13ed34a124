package dev.spendsense.findings;

/**
 * A persona the customer is taken to have.
 *
 * @param persona name in the vocabulary
 * @param rank 1 for the foremost
 * @param confidence probability that the persona is true at the as-of date, 0 to 1
 */
public record PersonaAssignment(String persona, int rank, double confidence) {}
