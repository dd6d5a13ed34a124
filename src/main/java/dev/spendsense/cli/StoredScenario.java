package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.report.Thresholds;
import dev.spendsense.run.Provenance;
import dev.spendsense.scenario.Checks;

/** The scenario that a dataset keeps. */
final class StoredScenario {

    private StoredScenario() {}

    /** What the scenario wants a complete dataset to reach. */
    static Thresholds thresholds(Dataset dataset) {
        return thresholds(Provenance.of(dataset).scenario().checks());
    }

    private static Thresholds thresholds(Checks checks) {
        return new Thresholds(
                (int) checks.users().low(),
                (int) checks.users().high(),
                checks.consent(),
                checks.coverage(),
                checks.behaviors(),
                checks.rationales(),
                checks.personas(),
                checks.signalTypes(),
                checks.transactionsAbove(),
                checks.accountTypes(),
                checks.contents(),
                checks.freshDays());
    }
}
