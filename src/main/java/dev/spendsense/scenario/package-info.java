/**
 * What a scenario file asks for, as checked records: a population in numbers, the catalog it lives in, the bank's terms.
 * Reading reports every fault at once, each with file, line, field, value and what was expected.
 */
package dev.spendsense.scenario;
