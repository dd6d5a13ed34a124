/**
 * Users over REST: lists with filters and counts, and one user with accounts, transactions, findings, explanation and
 * twin. Everything that rules concluded about one user leaves through {@code FindingsGate}, which asks for the user's
 * consent first.
 */
package dev.spendsense.web.users;
