/**
 * The log of everything that people do to a dataset, in a file beside it. It can only be added to, and each entry holds
 * the hash of the one before, so that whatever is changed, left out or cut off afterwards is found. What an entry says of
 * a person stands apart from it, where an erasure can remove it and leave the chain whole.
 */
package dev.spendsense.review.audit;
