/**
 * What rules see of a customer, and what they may conclude on the way: the facts that patterns match and consequences
 * insert. Together with {@code findings} and {@code bank.measure} this is all that a rule file can import.
 */
package dev.spendsense.rules.facts;
