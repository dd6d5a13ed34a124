/**
 * The queue of runs of a process that stays: what was asked for, in which order it is made, how far it is, what became of
 * it. It is kept in {@code server.db} in the data folder, so that nothing acknowledged is lost with the process, and one
 * run at a time makes its dataset beside it. {@link dev.spendsense.queue.RunQueue} is the door; a {@link
 * dev.spendsense.queue.Follower} hears of a run without ever holding it up. Time comes from a given clock.
 */
package dev.spendsense.queue;
