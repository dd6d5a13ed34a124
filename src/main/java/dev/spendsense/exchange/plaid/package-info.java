/**
 * Plaid's two forms: the custom user of its Sandbox, which is read and written, and what its API answers for accounts,
 * transactions and liabilities, which is read.
 */
package dev.spendsense.exchange.plaid;
