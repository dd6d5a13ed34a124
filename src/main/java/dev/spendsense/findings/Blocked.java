package dev.spendsense.findings;

/**
 * Advice that a guardrail held back.
 *
 * @param kind education or offer
 * @param code name of the content
 * @param persona the persona it would have been given for
 * @param reason why it was held back
 */
public record Blocked(Kind kind, String code, String persona, String reason) {}
