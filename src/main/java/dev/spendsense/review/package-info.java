/**
 * What people do to a dataset: decisions on its advice, other personas than the rules gave, consent, erasure. The dataset
 * itself is never changed by a decision; everything is told by the log in {@code NAME.ops.db} beside it, and what holds
 * now is what comes of reading the log from its beginning. A log knows its dataset by the fingerprint: when another one
 * takes the name, decisions on advice that is there still are carried on, and the others are kept as orphans.
 */
package dev.spendsense.review;
