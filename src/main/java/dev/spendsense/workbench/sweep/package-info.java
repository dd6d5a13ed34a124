/**
 * One number of the rules at many values: {@link dev.spendsense.workbench.sweep.Sweep} lives a population once, judges every
 * life at each value, and says how well personas are found there, how many users are affected, and over which range of
 * values it makes no difference that could be told from chance.
 */
package dev.spendsense.workbench.sweep;
