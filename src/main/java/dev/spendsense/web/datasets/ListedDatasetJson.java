package dev.spendsense.web.datasets;

import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunRecord;
import java.time.LocalDate;

/**
 * A dataset in the list of all; of a damaged one there are only name, status and fault.
 *
 * @param fault why it cannot be served; missing when it can
 */
record ListedDatasetJson(
        String name,
        Status status,
        String fault,
        String scenario,
        Long seed,
        LocalDate from,
        LocalDate to,
        Long users,
        Long transactions,
        String ruleRevision,
        DatasetJson.Fingerprints fingerprints) {

    /** Whether a dataset can be used. */
    enum Status {
        READY,
        DAMAGED
    }

    static ListedDatasetJson of(Datasets.Listed listed) {
        return listed.dataset()
                .map(ListedDatasetJson::ready)
                .orElseGet(() -> new ListedDatasetJson(
                        listed.name(), Status.DAMAGED, listed.fault(), null, null, null, null, null, null, null, null));
    }

    private static ListedDatasetJson ready(ServedDataset dataset) {
        RunRecord run = dataset.run();
        return new ListedDatasetJson(
                dataset.name(),
                Status.READY,
                null,
                run.origin().scenario().name(),
                run.origin().seed(),
                run.origin().from(),
                run.origin().to(),
                run.counts().get("users"),
                run.counts().get("transactions"),
                run.origin().rules().map(RuleText::revision).orElse(null),
                DatasetJson.Fingerprints.of(run));
    }
}
