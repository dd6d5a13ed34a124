/**
 * Test cases that analysts write in YAML beside the rules: a user written by hand, simulated, or taken from a dataset, and
 * what the rules have to conclude. Here cases are read, turned into histories through the bank's own books, judged, and
 * compared with what was expected; here too it is measured which rules have been tried at their boundary, and a
 * surprising user is reduced to the smallest history that still surprises.
 */
package dev.spendsense.workbench.cases;
