package dev.spendsense.rules.facts;

import dev.spendsense.findings.Recommendation;

/**
 * Advice that is given.
 *
 * @param recommendation as it is shown
 */
public record Selected(Recommendation recommendation) {}
