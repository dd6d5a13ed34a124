package dev.spendsense.report;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunOrigin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dataset that a report is about.
 *
 * @param file where it is; empty when it was made for the report and is not kept
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
        Optional<String> file,
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

    /** A dataset that is kept where it is. */
    public static ReportedDataset of(Dataset dataset) {
        return of(dataset, Optional.of(dataset.file().toString()));
    }

    /** A dataset that was made for the report and is not kept. */
    public static ReportedDataset passing(Dataset dataset) {
        return of(dataset, Optional.empty());
    }

    private static ReportedDataset of(Dataset dataset, Optional<String> file) {
        RunOrigin origin = dataset.run().origin();
        return new ReportedDataset(
                file,
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
