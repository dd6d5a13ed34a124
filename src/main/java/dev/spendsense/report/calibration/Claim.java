package dev.spendsense.report.calibration;

import java.util.Optional;

/**
 * A persona that was assigned.
 *
 * @param customer number of the customer in the study
 * @param confidence how likely the rules say it is, 0 to 1
 * @param right whether it is true
 * @param truth the planted profile that the look is held against; empty when none holds
 */
record Claim(int customer, double confidence, boolean right, Optional<String> truth) {}
