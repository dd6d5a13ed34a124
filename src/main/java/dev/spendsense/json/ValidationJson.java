package dev.spendsense.json;

import dev.spendsense.report.Check;
import dev.spendsense.report.Compliance;
import dev.spendsense.report.Conclusions;
import dev.spendsense.report.Rationales;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a dataset is complete, as scripts read it. What rules would have concluded is missing when there were none. */
public record ValidationJson(
        String dataset,
        boolean passed,
        List<Check> checks,
        Rationales rationales,
        String ruleRevision,
        AccuracyJson accuracy,
        List<String> unusedContents) {

    public static ValidationJson of(Path file, Compliance compliance, Optional<Conclusions> conclusions) {
        return new ValidationJson(
                file.toString(),
                compliance.passed(),
                compliance.checks(),
                compliance.rationales(),
                conclusions.map(given -> given.rules().revision()).orElse(null),
                conclusions.map(given -> AccuracyJson.of(given.confusion())).orElse(null),
                conclusions.map(Conclusions::unusedContents).orElse(null));
    }
}
