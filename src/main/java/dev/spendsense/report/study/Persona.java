package dev.spendsense.report.study;

/**
 * A persona that rules can conclude.
 *
 * @param name what rules call it
 * @param title what people call it
 * @param scored whether evidence is weighed for it; one that is not is assigned for want of others
 */
public record Persona(String name, String title, boolean scored) {}
