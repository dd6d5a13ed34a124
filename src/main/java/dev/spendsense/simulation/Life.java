package dev.spendsense.simulation;

import dev.spendsense.bank.History;
import dev.spendsense.truth.GroundTruth;

/**
 * A simulated customer.
 *
 * @param history what a bank sees
 * @param truth what was planted
 */
public record Life(History history, GroundTruth truth) {}
