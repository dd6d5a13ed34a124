/**
 * Reading of YAML that people write by hand: a text becomes fields that remember where they stand, forms say what a field
 * may hold, and everything that does not fit is collected as a fault with file, line, field, value and what was
 * expected. Used for scenarios, rule folders, test cases and mappings; what a field means is for their own rooms to say.
 */
package dev.spendsense.yaml;
