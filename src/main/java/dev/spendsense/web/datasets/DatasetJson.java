package dev.spendsense.web.datasets;

import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a dataset says of itself.
 *
 * @param scenario name of the scenario that it was made from
 * @param overrides settings that replaced fields of the scenario
 * @param counts rows by table
 * @param usersByProfile how many users began with each planted profile
 * @param looks dates at which the rules looked at the users
 * @param ruleRevision of the rules that judged; missing when none did
 * @param fingerprints of the data and, when rules judged, of their findings
 * @param signals types of signals that the rules declare, with their titles
 * @param personas personas that the rules declare
 * @param contents pieces of advice that the rules declare
 */
record DatasetJson(
        String name,
        long bytes,
        String scenario,
        List<String> overrides,
        long seed,
        LocalDate from,
        LocalDate to,
        String productVersion,
        Map<String, Long> counts,
        Map<String, Integer> usersByProfile,
        List<LocalDate> looks,
        String ruleRevision,
        Fingerprints fingerprints,
        List<RuleText.Word> signals,
        List<RuleText.Word> personas,
        List<RuleText.Word> contents) {

    /** SHA-256, hexadecimal; findings are missing when no rules judged. */
    record Fingerprints(String data, String findings) {

        static Fingerprints of(RunRecord run) {
            return new Fingerprints(
                    run.fingerprint().toString(),
                    run.findingsFingerprint().map(Object::toString).orElse(null));
        }
    }

    static DatasetJson of(ServedDataset dataset) {
        RunRecord run = dataset.run();
        return new DatasetJson(
                dataset.name(),
                dataset.bytes(),
                run.origin().scenario().name(),
                run.origin().scenario().overrides(),
                run.origin().seed(),
                run.origin().from(),
                run.origin().to(),
                run.origin().productVersion(),
                run.counts(),
                run.usersByProfile(),
                run.looks(),
                run.origin().rules().map(RuleText::revision).orElse(null),
                Fingerprints.of(run),
                run.origin().rules().map(RuleText::signals).orElse(List.of()),
                run.origin().rules().map(RuleText::personas).orElse(List.of()),
                run.origin().rules().map(RuleText::contents).orElse(List.of()));
    }
}
