/**
 * What scripts read: findings, people, explanations, reports as records whose members, in snake case, are the fields of the
 * JSON. The command line prints them and the service answers with them, so that both have the same words. Here is only
 * choosing and naming; nothing is computed. Money is in cents, dates are ISO-8601, what is not known is missing.
 */
package dev.spendsense.json;
