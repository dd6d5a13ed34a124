package dev.spendsense.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as it stands at a moment.
 *
 * @param id its name in this queue, for ever
 * @param order what was ordered
 * @param ahead how many runs are to end before it begins; 0 once it has begun
 * @param revision of the rules that judge its users; empty before they were taken up, or when nothing judges
 * @param progress how far it has come; empty before it began
 * @param message why it did not complete, for people
 * @param result what it made; of completed runs only
 * @param sequence larger than that of any earlier standing of the run, across restarts of the process
 */
public record Run(
        String id,
        RunStatus status,
        RunOrder order,
        Instant submitted,
        Optional<Instant> started,
        Optional<Instant> ended,
        int ahead,
        Optional<String> revision,
        Optional<RunProgress> progress,
        Optional<String> message,
        Optional<RunResult> result,
        long sequence) {

    private static final String PREFIX = "r";

    /** A change of status lifts the sequence over all progress within one, which is counted but not kept. */
    private static final int BITS_OF_PROGRESS = 32;

    static String id(long number) {
        return PREFIX + number;
    }

    /** The number in an identifier, which may be anything; 0, which no run has, when there is none. */
    static long number(String id) {
        return id.matches(PREFIX + "[1-9][0-9]{0,15}") ? Long.parseLong(id.substring(PREFIX.length())) : 0;
    }

    static long sequence(int changes) {
        return (long) changes << BITS_OF_PROGRESS;
    }

    Run with(RunProgress later) {
        return new Run(
                id,
                status,
                order,
                submitted,
                started,
                ended,
                ahead,
                revision,
                Optional.of(later),
                message,
                result,
                sequence + 1);
    }

    Run judgedBy(Optional<String> rules) {
        return new Run(
                id, status, order, submitted, started, ended, ahead, rules, progress, message, result, sequence + 1);
    }
}
