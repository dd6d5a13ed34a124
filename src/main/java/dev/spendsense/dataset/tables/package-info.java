/**
 * The public tables as they leave the product: each table's columns are declared once, with name, type and value, and
 * every format and engine writes what is declared here. A table is a function of one user, so that any part of a
 * population can be written anywhere. What is written is enough to make the user again, and {@code UserRows} read back
 * become users here too. Nothing in this room knows a file format.
 */
package dev.spendsense.dataset.tables;
