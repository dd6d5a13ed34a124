/**
 * Reads rules the way their authors do: as facts with conditions and as conclusions, with kinds of value. It says what a
 * compiler would say too, but of every rule, at the very place, once, and in words of the trade. It decides nothing about
 * safety, which is {@link dev.spendsense.rules.vetting}, and is asked only when rules are checked or refused.
 */
package dev.spendsense.rules.grammar;
