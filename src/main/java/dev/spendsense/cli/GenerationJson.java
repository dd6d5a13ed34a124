package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Timings;
import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run made, as scripts read it. */
record GenerationJson(
        String dataset,
        long bytes,
        String scenario,
        long seed,
        LocalDate from,
        LocalDate to,
        Map<String, TableJson> tables,
        Map<String, Integer> usersByProfile,
        Map<String, Double> seconds,
        Map<String, String> fingerprints) {

    /** Rows of a table, and how many the scenario expects; the bounds are missing where it expects nothing. */
    record TableJson(long rows, Long expectedLow, Long expectedHigh, Boolean asExpected) {}

    static GenerationJson of(Scenario scenario, GenerationResult result, Duration reading) {
        RunRecord run = result.run();
        Map<String, TableJson> tables = new LinkedHashMap<>();
        run.counts()
                .forEach((name, rows) ->
                        tables.put(name, table(rows, scenario.expected().get(name))));
        return new GenerationJson(
                result.dataset().toString(),
                result.bytes(),
                scenario.name(),
                run.origin().seed(),
                run.origin().from(),
                run.origin().to(),
                tables,
                run.usersByProfile(),
                seconds(reading, result.timings()),
                Map.of("data", run.fingerprint().toString()));
    }

    private static TableJson table(long rows, Range expected) {
        return expected == null
                ? new TableJson(rows, null, null, null)
                : new TableJson(rows, (long) expected.low(), (long) expected.high(), expected.contains(rows));
    }

    private static Map<String, Double> seconds(Duration reading, Timings timings) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("read_scenario", seconds(reading));
        seconds.put("simulate", seconds(timings.simulate()));
        seconds.put("prepare", seconds(timings.prepare()));
        seconds.put("write", seconds(timings.write()));
        seconds.put("index", seconds(timings.index()));
        seconds.put("sync", seconds(timings.sync()));
        seconds.put("elapsed", seconds(reading.plus(timings.elapsed())));
        return seconds;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
