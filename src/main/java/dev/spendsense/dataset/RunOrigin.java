package dev.spendsense.dataset;

import java.time.LocalDate;

/**
 * What a run is made from. Two runs of one origin give the same file.
 *
 * @param scenario the scenario's texts
 * @param seed origin of all randomness
 * @param from first simulated day
 * @param to last simulated day, included
 * @param productVersion version of the program that made it
 */
public record RunOrigin(ScenarioText scenario, long seed, LocalDate from, LocalDate to, String productVersion) {}
