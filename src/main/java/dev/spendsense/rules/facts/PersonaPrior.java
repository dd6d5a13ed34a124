package dev.spendsense.rules.facts;

/**
 * A persona that is judged by evidence.
 *
 * @param persona name in the vocabulary
 * @param logOdds what is believed of it before anything was seen
 * @param order position in the vocabulary; settles ties
 */
public record PersonaPrior(String persona, double logOdds, int order) {}
