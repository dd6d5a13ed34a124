/**
 * What can be said about a finished dataset: whether it is complete ({@link dev.spendsense.report.Compliance}), whether
 * what it tells customers is true ({@link dev.spendsense.report.RationaleChecker}), and how good the rules are, measured
 * against what was planted ({@link dev.spendsense.report.Report}, of which each inner room makes a section). Reads stored
 * rows only; nothing is taken from the run.
 */
package dev.spendsense.report;
