package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.report.Conclusions;
import dev.spendsense.scenario.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much there is of something in a dataset, beside what its scenario expects.
 *
 * @param name the table's public name, or {@code detected_signals}
 * @param rows how many there are
 * @param expected how many there should be; empty when nothing is said of it
 */
record ResultRow(String name, long rows, Optional<Range> expected) {

    static final String DETECTED = "detected_signals";

    private static final String SIGNALS = "signals";

    /** What only rules can fill. */
    private static final Set<String> JUDGED = Set.of(
            "looks",
            "sources",
            SIGNALS,
            "candidates",
            "evidence",
            "scores",
            "persona_assignments",
            "recommendations",
            "recommendation_bindings",
            "blocked");

    /** Every table in the order of the dataset; without rules, only what the simulation makes. */
    static List<ResultRow> of(RunRecord run, Optional<Conclusions> conclusions, Map<String, Range> expected) {
        List<ResultRow> rows = new ArrayList<>();
        run.counts().forEach((name, count) -> {
            if (conclusions.isEmpty() && JUDGED.contains(name)) {
                return;
            }
            rows.add(new ResultRow(name, count, Optional.ofNullable(expected.get(name))));
            if (name.equals(SIGNALS)) {
                rows.add(new ResultRow(
                        DETECTED, conclusions.get().detectedSignals(), Optional.ofNullable(expected.get(DETECTED))));
            }
        });
        return rows;
    }

    /** Whether there is as much as expected; true when nothing is. */
    boolean asExpected() {
        return expected.isEmpty() || expected.get().contains(rows);
    }
}
