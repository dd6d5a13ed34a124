/**
 * Whether a population resembles real households: figures of published surveys, as its scenario declares them, beside
 * the same figures measured over all its histories, each with its interval and its error in units of the tolerance.
 * Reads histories alone: whatever was planted or concluded does not count.
 */
package dev.spendsense.report.realism;
