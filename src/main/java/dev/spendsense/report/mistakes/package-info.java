/**
 * The assignments that were wrong with the most confidence, each with the evidence that misled and with what was missing
 * of the evidence that would have led to the truth.
 */
package dev.spendsense.report.mistakes;
