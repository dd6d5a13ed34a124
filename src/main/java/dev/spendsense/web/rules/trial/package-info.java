/**
 * Trying rules in a process of its own, so that what they do to memory and time they do not do to the service. {@link
 * dev.spendsense.web.rules.trial.TrialOrder} says what is wanted; {@link dev.spendsense.web.rules.trial.TrialProcess}
 * keeps a process warm, sends it orders and reads answers, a line of JSON each; {@link
 * dev.spendsense.web.rules.trial.TrialCommand} is what runs in there. A process that takes too long is killed, and
 * another one takes its place. Nothing in here knows Spring.
 */
package dev.spendsense.web.rules.trial;
