/**
 * One customer, day by day, on a real ledger. Every random draw comes from a stream that is named by the seed, the
 * profile, the customer's ordinal within it, the habit and the day, so that any customer can be lived again alone.
 */
package dev.spendsense.simulation;
