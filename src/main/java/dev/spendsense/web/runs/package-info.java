/**
 * Runs over HTTP: to order one, to follow it by server-sent events, to cancel and forget it. {@link
 * dev.spendsense.web.runs.RunController} translates between requests and the queue; {@link
 * dev.spendsense.web.runs.RunStreams} writes to any number of followers without a thread for each, so that nobody who is
 * slow to read holds anybody up.
 */
package dev.spendsense.web.runs;
