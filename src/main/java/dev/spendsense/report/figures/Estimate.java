package dev.spendsense.report.figures;

/**
 * A figure with the interval in which its true value lies with 95% confidence.
 *
 * @param value the figure
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {}
