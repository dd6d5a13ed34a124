/**
 * A run: a scenario's population is lived through and judged on all processors and written as one dataset, in the order of the
 * population. Workers prepare blocks of users; the thread that asked for the run takes them in order and writes. What is
 * in memory is bounded by the blocks under way, not by the population, and what is written depends neither on the number
 * of threads nor on their speed.
 */
package dev.spendsense.run;
