package dev.spendsense.web.rules.trial;

/**
 * How far a trial of many users has come.
 *
 * @param done users that were lived or judged; each is lived once and judged by either rules
 * @param total how many that will be
 */
public record TrialProgress(long done, long total) {}
