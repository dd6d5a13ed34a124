package dev.spendsense.report.mistakes;

/**
 * Evidence that a customer of whom a persona is true lacks beside others of whom it is true.
 *
 * @param weight name of the parameter that sets how much it counts
 * @param logOdds what it amounted to; 0 when there was no such evidence
 * @param usual what it amounts to on average where the persona is true
 */
public record Shortfall(String weight, double logOdds, double usual) {}
