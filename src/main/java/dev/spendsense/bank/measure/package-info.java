/**
 * What can be measured in a {@link dev.spendsense.bank.History}: totals, counts, gaps, balances, card facts and charges
 * that recur, over any window and as of any earlier date.
 *
 * <p>Mechanics only. What counts as irregular, unused or excessive is for the rules to say. Every answer is a
 * {@link dev.spendsense.bank.measure.Measure}: it knows its unit, how many observations stand behind it, and the
 * {@link dev.spendsense.bank.measure.Source} it was taken from.
 */
package dev.spendsense.bank.measure;
