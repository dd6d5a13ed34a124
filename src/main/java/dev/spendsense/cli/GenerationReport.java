package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Timings;
import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run made, beside what its scenario expected. */
final class GenerationReport {

    private final Scenario scenario;
    private final GenerationResult result;
    private final RunRecord run;
    private final Duration reading;
    private final String someone;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param reading time taken to read the scenario
     * @param someone a user to look at first
     */
    GenerationReport(Scenario scenario, GenerationResult result, Duration reading, String someone) {
        this.scenario = scenario;
        this.result = result;
        this.run = result.run();
        this.reading = reading;
        this.someone = someone;
    }

    List<String> lines() {
        tables();
        profiles();
        stages();
        facts();
        wayOn();
        return lines;
    }

    private void tables() {
        TextTable table = new TextTable("  ", "lrrl");
        table.row("Table", "rows", "expected", "");
        run.counts().forEach((name, rows) -> {
            Range expected = scenario.expected().get(name);
            table.row(
                    name,
                    number(rows),
                    expected == null ? "" : words(expected),
                    expected == null ? "" : expected.contains(rows) ? "✓" : "outside");
        });
        section(table);
    }

    private void profiles() {
        TextTable table = new TextTable("  ", "lr");
        table.row("Profile", "users");
        run.usersByProfile().forEach((profile, users) -> table.row(profile, number(users)));
        section(table);
    }

    private void stages() {
        Timings timings = result.timings();
        TextTable table = new TextTable("  ", "lrl");
        table.row("Stage", "seconds", "");
        table.row("read scenario", seconds(reading), "");
        table.row("simulate", seconds(timings.simulate()), "summed over the threads");
        table.row("prepare rows", seconds(timings.prepare()), "summed over the threads");
        table.row("write rows", seconds(timings.write()), "while others simulate");
        table.row("index", seconds(timings.index()), "");
        table.row("sync to disk", seconds(timings.sync()), "");
        Duration total = reading.plus(timings.elapsed());
        table.row("in all", seconds(total), rate(run.counts().getOrDefault("transactions", 0L), total));
        section(table);
    }

    private void facts() {
        TextTable table = new TextTable("  ", "ll");
        table.row("Dataset", result.dataset() + String.format(Locale.ROOT, ", %.1f MB", result.bytes() / 1e6));
        table.row("Period", run.origin().from() + " to " + run.origin().to());
        table.row("Seed", run.origin().seed());
        table.row("Fingerprint", "data " + run.fingerprint());
        section(table);
    }

    private void wayOn() {
        Path file = result.dataset();
        String option = file.equals(DatasetOption.DEFAULT) ? "" : " --dataset " + file;
        TextTable table = new TextTable("  ", "ll");
        table.row("./spendsense show " + someone + option, "one person on one screen");
        table.row("./spendsense replay " + someone + option, "lives that person again and compares");
        section(table);
    }

    private void section(TextTable table) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(table.lines());
    }

    private static String words(Range expected) {
        String low = number((long) expected.low());
        return expected.low() == expected.high() ? low : low + " – " + number((long) expected.high());
    }

    private static String rate(long transactions, Duration total) {
        double perSecond = transactions / Math.max(1e-3, total.toNanos() / 1e9);
        return String.format(Locale.ROOT, "%.2f million transactions a second", perSecond / 1e6);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
