/**
 * Which rules a population needs ({@link dev.spendsense.workbench.coverage.PopulationCoverage}): those that never or always
 * come to a conclusion, those that do so in the same users, and those without which everybody is told the same. The last is
 * found by judging without the rule, not by reading it.
 */
package dev.spendsense.workbench.coverage;
