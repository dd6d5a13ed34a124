/**
 * A run: a scenario's population is lived through and judged on all processors, in the order of the population, and written
 * as one dataset ({@link dev.spendsense.run.Generation}) or passed on and forgotten ({@link dev.spendsense.run.Sample}).
 * Workers prepare blocks of users; the thread that asked for the run takes them in order. What is in memory is bounded by
 * the blocks under way, not by the population, and what comes out depends neither on the number of threads nor on their
 * speed.
 */
package dev.spendsense.run;
