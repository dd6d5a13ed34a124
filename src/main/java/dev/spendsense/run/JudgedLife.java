package dev.spendsense.run;

import dev.spendsense.findings.Findings;
import dev.spendsense.simulation.Life;
import java.util.List;
import java.util.Optional;

/**
 * A user who was lived and judged and is written nowhere.
 *
 * @param position in the population, from 0
 * @param life what a bank sees, and what was planted
 * @param timeline findings of every look, by date; empty for those who do not consent
 */
public record JudgedLife(int position, Life life, List<Findings> timeline) {

    public JudgedLife {
        timeline = List.copyOf(timeline);
    }

    /** The findings of the latest look; empty for those who do not consent. */
    public Optional<Findings> last() {
        return timeline.isEmpty() ? Optional.empty() : Optional.of(timeline.get(timeline.size() - 1));
    }
}
