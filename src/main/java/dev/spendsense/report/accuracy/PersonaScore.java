package dev.spendsense.report.accuracy;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;
import java.util.Optional;

/**
 * How well one persona was found.
 *
 * @param persona its name, as profile and as persona
 * @param precision of those who were given it first, how many have it
 * @param recall of those who have it, how many were given it first
 * @param f1 harmonic mean of both, 0 to 1
 */
public record PersonaScore(String persona, Rate precision, Rate recall, Optional<Estimate> f1) {}
