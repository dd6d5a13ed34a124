package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.json.AccuracyJson;
import dev.spendsense.report.Conclusions;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Timings;
import dev.spendsense.scenario.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run made, as scripts read it. What rules would have concluded is missing when there were none. */
record GenerationJson(
        String dataset,
        long bytes,
        String scenario,
        long seed,
        LocalDate from,
        LocalDate to,
        int looks,
        int usersKept,
        Map<String, TableJson> tables,
        Map<String, Integer> usersByProfile,
        String ruleRevision,
        AccuracyJson accuracy,
        List<String> unusedContents,
        Map<String, Double> seconds,
        Map<String, String> fingerprints) {

    /** Rows of a table, and how many the scenario expects; the bounds are missing where it expects nothing. */
    record TableJson(long rows, Long expectedLow, Long expectedHigh, Boolean asExpected) {}

    static GenerationJson of(
            Scenario scenario,
            GenerationResult result,
            Optional<Conclusions> conclusions,
            Duration reading,
            Duration loading) {
        RunRecord run = result.run();
        Map<String, TableJson> tables = new LinkedHashMap<>();
        for (ResultRow row : ResultRow.of(run, conclusions, scenario.expected())) {
            tables.put(row.name(), table(row));
        }
        Map<String, String> fingerprints = new LinkedHashMap<>();
        fingerprints.put("data", run.fingerprint().toString());
        run.findingsFingerprint().ifPresent(found -> fingerprints.put("findings", found.toString()));
        return new GenerationJson(
                result.dataset().toString(),
                result.bytes(),
                scenario.name(),
                run.origin().seed(),
                run.origin().from(),
                run.origin().to(),
                run.looks().size(),
                result.usersKept(),
                tables,
                run.usersByProfile(),
                conclusions.map(given -> given.rules().revision()).orElse(null),
                conclusions.map(given -> AccuracyJson.of(given.confusion())).orElse(null),
                conclusions.map(Conclusions::unusedContents).orElse(null),
                seconds(reading, loading, result.timings()),
                fingerprints);
    }

    private static TableJson table(ResultRow row) {
        return row.expected()
                .map(range -> new TableJson(row.rows(), (long) range.low(), (long) range.high(), row.asExpected()))
                .orElse(new TableJson(row.rows(), null, null, null));
    }

    private static Map<String, Double> seconds(Duration reading, Duration loading, Timings timings) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("read_scenario", seconds(reading));
        seconds.put("load_rules", seconds(loading));
        seconds.put("simulate", seconds(timings.simulate()));
        seconds.put("evaluate", seconds(timings.judge()));
        seconds.put("prepare", seconds(timings.prepare()));
        seconds.put("write", seconds(timings.write()));
        seconds.put("index", seconds(timings.index()));
        seconds.put("sync", seconds(timings.sync()));
        seconds.put("elapsed", seconds(reading.plus(loading).plus(timings.elapsed())));
        return seconds;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
