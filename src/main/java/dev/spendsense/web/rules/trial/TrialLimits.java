package dev.spendsense.web.rules.trial;

import java.time.Duration;

/**
 * What a trial may take.
 *
 * @param heap of its process, as in {@code -Xmx}
 * @param deadline from when it is begun
 */
public record TrialLimits(String heap, Duration deadline) {}
