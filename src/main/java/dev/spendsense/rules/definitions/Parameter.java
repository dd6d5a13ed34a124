package dev.spendsense.rules.definitions;

import dev.spendsense.bank.measure.Unit;

/**
 * A named number that rules compare with or weigh by.
 *
 * @param name what rules call it
 * @param value in the unit
 * @param unit what it counts
 * @param meaning what follows when it is crossed
 * @param source where the figure comes from
 */
public record Parameter(String name, double value, Unit unit, String meaning, String source) {}
