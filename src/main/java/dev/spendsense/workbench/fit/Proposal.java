package dev.spendsense.workbench.fit;

/**
 * Another value for a prior or a weight.
 *
 * @param parameter its name
 * @param before log-odds as the rules have them
 * @param after log-odds to two decimals, of the same sign for weights
 */
public record Proposal(String parameter, double before, double after) {}
