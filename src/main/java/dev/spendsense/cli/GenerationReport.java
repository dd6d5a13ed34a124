package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run made, beside what its scenario expected. */
final class GenerationReport {

    private final Scenario scenario;
    private final RunRecord run;
    private final List<String> lines = new ArrayList<>();

    GenerationReport(Scenario scenario, RunRecord run) {
        this.scenario = scenario;
        this.run = run;
    }

    List<String> lines(String file, long bytes, Map<String, Duration> stages, Duration total, String firstUser) {
        tables();
        profiles();
        stages(stages, total);
        facts(file, bytes);
        wayOn(file, firstUser);
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

    private void stages(Map<String, Duration> stages, Duration total) {
        TextTable table = new TextTable("  ", "lrl");
        table.row("Stage", "seconds", "");
        stages.forEach((stage, time) -> table.row(stage, seconds(time), ""));
        long transactions = run.counts().getOrDefault("transactions", 0L);
        table.row("total", seconds(total), rate(transactions, total));
        section(table);
    }

    private void facts(String file, long bytes) {
        TextTable table = new TextTable("  ", "ll");
        table.row("Dataset", file + String.format(Locale.ROOT, ", %.1f MB", bytes / 1e6));
        table.row("Period", run.origin().from() + " to " + run.origin().to());
        table.row("Seed", run.origin().seed());
        table.row("Fingerprint", run.fingerprint());
        section(table);
    }

    private void wayOn(String file, String firstUser) {
        String option = file.equals("data/spendsense.db") ? "" : " --dataset " + file;
        TextTable table = new TextTable("  ", "ll");
        table.row("./spendsense show " + firstUser + option, "that person on one screen");
        table.row("./spendsense replay " + firstUser + option, "lives that person again and compares");
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
