/**
 * The users of one dataset in memory, for finding them fast: a bitmap for each persona, profile, signal, piece of advice
 * and so on, filters and facets over those, search, sorting, and pages by keyset.
 *
 * <p>A dataset never changes; what people decide about it does. The decisions come in through {@link
 * dev.spendsense.roster.Standing}. Whatever rules concluded passes one place, {@code Disclosure}, which leaves out the
 * users who do not consent; nothing else reads conclusions.
 */
package dev.spendsense.roster;
