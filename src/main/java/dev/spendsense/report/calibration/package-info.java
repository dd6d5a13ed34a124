/**
 * Whether a confidence of 80% is right eight times in ten. An assignment, whatever its rank, is right when its persona was
 * planted and holds at the date of the look.
 */
package dev.spendsense.report.calibration;
