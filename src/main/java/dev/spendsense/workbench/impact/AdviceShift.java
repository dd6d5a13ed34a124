package dev.spendsense.workbench.impact;

import dev.spendsense.findings.Kind;

/**
 * How many users gain and lose a piece of advice.
 *
 * @param kind education or offer
 * @param code name of the content
 * @param gained users who get it and did not
 * @param lost users who got it and do not
 */
public record AdviceShift(Kind kind, String code, int gained, int lost) {}
