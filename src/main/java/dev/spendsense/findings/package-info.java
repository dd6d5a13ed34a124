/**
 * What rules conclude about one customer at one date: signals, personas with the evidence for them, advice, and what was
 * held back and why. Plain records, fit to be stored and compared; nothing here knows how they came about.
 */
package dev.spendsense.findings;
