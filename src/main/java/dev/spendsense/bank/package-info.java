/**
 * What a retail bank keeps: accounts and cards, the ledger that moves their balances, card statements, and the
 * {@link dev.spendsense.bank.History} that is all a bank knows of a customer.
 *
 * <p>Money is {@code long} cents. An amount is positive when money leaves the account and negative when it arrives.
 * This package depends on no other: it knows nothing of scenarios, of what was planted, or of files.
 */
package dev.spendsense.bank;
