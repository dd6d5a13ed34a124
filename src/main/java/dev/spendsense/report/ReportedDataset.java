package dev.spendsense.report;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunOrigin;
import java.time.LocalDate;
import java.util.List;

/**
 * A dataset that a report is about.
 *
 * @param file where it is
 * @param scenario name of its scenario
 * @param seed origin of all randomness
 * @param from first simulated day
 * @param to last simulated day, included
 * @param users how many there are
 * @param looks dates at which the rules looked
 * @param revision SHA-256 of the rules; empty when none judged the users
 * @param fingerprint of the data
 */
public record ReportedDataset(
        String file,
        String scenario,
        long seed,
        LocalDate from,
        LocalDate to,
        int users,
        List<LocalDate> looks,
        String revision,
        String fingerprint) {

    public ReportedDataset {
        looks = List.copyOf(looks);
    }

    static ReportedDataset of(Dataset dataset) {
        RunOrigin origin = dataset.run().origin();
        return new ReportedDataset(
                dataset.file().toString(),
                origin.scenario().name(),
                origin.seed(),
                origin.from(),
                origin.to(),
                dataset.tallies().users(),
                dataset.looks(),
                origin.rules().map(RuleText::revision).orElse(""),
                dataset.run().fingerprint().toString());
    }
}
