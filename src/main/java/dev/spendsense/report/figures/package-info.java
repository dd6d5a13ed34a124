/**
 * Figures that say how sure they are: shares, F1, rates and times, each with the interval in which its true value lies
 * with 95% confidence. Looks at one customer resemble each other, so the customer is what is sampled, not the look.
 */
package dev.spendsense.report.figures;
