/**
 * Whether customers in whom the same was planted are judged the same, whatever their age and wherever they live.
 */
package dev.spendsense.report.fairness;
