package dev.spendsense.run;

import java.time.Duration;

/**
 * Where a run's time went. Simulating, judging, preparing and writing overlap, so that they do not add up to what
 * elapsed: the first three are summed over the workers, the others are spent by the one thread that writes. A folder of
 * tables is written by the workers, and what they spend on it is summed too.
 *
 * @param simulate all workers' time living lives
 * @param judge all workers' time evaluating rules
 * @param prepare all workers' time hashing rows and laying them out
 * @param write time inserting rows
 * @param idle time in which the writer had nothing to write
 * @param index time for indexes and the run's record
 * @param sync time until the file was safe on the disk under its name
 * @param elapsed from the beginning of the run to its end
 */
public record Timings(
        Duration simulate,
        Duration judge,
        Duration prepare,
        Duration write,
        Duration idle,
        Duration index,
        Duration sync,
        Duration elapsed) {}
