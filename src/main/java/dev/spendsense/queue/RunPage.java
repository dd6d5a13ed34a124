package dev.spendsense.queue;

import java.util.List;
import java.util.Optional;

/**
 * Some of the runs that were asked for.
 *
 * @param runs the latest first
 * @param next where the next page begins; empty when this is the last
 * @param total how many there are on all pages
 */
public record RunPage(List<Run> runs, Optional<String> next, long total) {

    public RunPage {
        runs = List.copyOf(runs);
    }
}
