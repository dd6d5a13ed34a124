/**
 * What analysts declare beside their rules: parameters with meaning and source, the closed vocabulary of signals,
 * personas and category sets, and the content of advice. Read from YAML; whatever is wrong is reported with its line.
 */
package dev.spendsense.rules.definitions;
