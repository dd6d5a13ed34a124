package dev.spendsense.scenario;

/**
 * An event that customers of a profile may meet.
 *
 * @param event what may happen
 * @param chance share of the customers to whom it happens, 0 to 1
 * @param change how they live afterwards
 */
public record Prospect(Event event, double chance, Change change) {}
