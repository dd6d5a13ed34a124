package dev.spendsense.web.datasets;

import dev.spendsense.bank.AccountType;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.Tallies;
import dev.spendsense.json.AccuracyJson;
import dev.spendsense.report.Conclusions;
import java.util.List;
import java.util.Map;

/**
 * A dataset in sums, as the run left it; whoever has withdrawn consent since counts as if they never had given it.
 *
 * @param consenting how many users have consented from the beginning until now
 * @param judged how many of them the rules have judged
 * @param accounts accounts by type
 * @param usersByPrimaryPersona users by their first persona
 * @param usersByDetectedSignal users by type of signal that was detected on them
 * @param usersByBehaviors users by how many types of signals were detected on them
 * @param recommendationsByKind recommendations by kind
 * @param recommendationsByContent recommendations by code
 * @param accuracy planted profiles against primary personas; missing when no rules judged
 * @param unusedContents codes of the advice that nobody got
 */
record SummaryJson(
        int users,
        int consenting,
        int judged,
        Map<AccountType, Integer> accounts,
        Map<String, Integer> usersByPrimaryPersona,
        Map<String, Integer> usersByDetectedSignal,
        Map<Integer, Integer> usersByBehaviors,
        int detectedSignals,
        Map<String, Integer> recommendationsByKind,
        Map<String, Integer> recommendationsByContent,
        AccuracyJson accuracy,
        List<String> unusedContents) {

    /** Adds up; reads all findings. */
    static SummaryJson of(Dataset dataset) {
        Tallies tallies = dataset.tallies();
        Conclusions conclusions = Conclusions.of(dataset).orElse(null);
        return new SummaryJson(
                tallies.users(),
                tallies.consenting(),
                tallies.judged(),
                tallies.accounts(),
                tallies.usersByPrimaryPersona(),
                tallies.usersByDetectedSignal(),
                tallies.usersByBehaviors(),
                tallies.detectedSignals(),
                tallies.recommendationsByKind(),
                tallies.recommendationsByContent(),
                conclusions == null ? null : AccuracyJson.of(conclusions.confusion()),
                conclusions == null ? null : conclusions.unusedContents());
    }
}
