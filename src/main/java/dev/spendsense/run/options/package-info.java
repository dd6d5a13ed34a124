/**
 * What every program asks for a population with, whether it lives on this machine or on a cluster: the options that
 * replace fields of a scenario, and what they mean when a population goes on. What a program does with the population is
 * for its own options to say.
 */
package dev.spendsense.run.options;
