package dev.spendsense.queue;

/**
 * A request that was taken on.
 *
 * @param run the run for it
 * @param repeated whether the request had been taken on before
 */
public record Submission(Run run, boolean repeated) {}
