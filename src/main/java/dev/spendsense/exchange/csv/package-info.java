/** Statements as CSV, read by a mapping that says which column holds what. */
package dev.spendsense.exchange.csv;
