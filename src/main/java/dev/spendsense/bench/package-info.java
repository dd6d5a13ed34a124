/**
 * How fast the product is here: each part of it measured again and again, in turn with the others ({@link
 * dev.spendsense.bench.Suite}), beside the limit that a bare loop over the same data reaches in the same minute, and held
 * against its target ({@link dev.spendsense.bench.Result}). Two results compare ({@link dev.spendsense.bench.Comparison})
 * because they say on what machine and how busy it was. Loops too short for a clock are measured by JMH, in {@code
 * src/bench}.
 */
package dev.spendsense.bench;
