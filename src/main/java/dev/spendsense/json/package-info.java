/**
 * What the faces of the product say in JSON about users, datasets, rules and reports: the same records, with the same names,
 * for scripts that read the command line and for clients of the service. Members become {@code snake_case}; money is in
 * cents; what does not apply is missing.
 */
package dev.spendsense.json;
