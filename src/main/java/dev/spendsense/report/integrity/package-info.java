/**
 * Whether the books are right: what is stored as a balance is what the postings add up to, to the cent.
 */
package dev.spendsense.report.integrity;
