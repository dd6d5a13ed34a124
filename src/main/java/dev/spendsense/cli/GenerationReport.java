package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.report.Conclusions;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Timings;
import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run made, beside what its scenario expected. */
final class GenerationReport {

    private static final String SUMMED = "summed over the threads";

    private final Scenario scenario;
    private final GenerationResult result;
    private final Optional<Conclusions> conclusions;
    private final RunRecord run;
    private final Duration reading;
    private final Duration loading;
    private final String someone;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param conclusions of the rules; empty when there were none
     * @param reading time taken to read the scenario
     * @param loading time after that until the rules were there
     * @param someone a user to look at first
     */
    GenerationReport(
            Scenario scenario,
            GenerationResult result,
            Optional<Conclusions> conclusions,
            Duration reading,
            Duration loading,
            String someone) {
        this.scenario = scenario;
        this.result = result;
        this.conclusions = conclusions;
        this.run = result.run();
        this.reading = reading;
        this.loading = loading;
        this.someone = someone;
    }

    List<String> lines() {
        tables();
        found();
        stages();
        facts();
        wayOn();
        return lines;
    }

    private void tables() {
        TextTable table = new TextTable("  ", "lrrl");
        table.row("Table", "rows", "expected", "");
        for (ResultRow row : ResultRow.of(run, conclusions, scenario.expected())) {
            boolean within = row.name().equals(ResultRow.DETECTED);
            table.row(
                    within ? "  detected" : row.name(),
                    number(row.rows()),
                    row.expected().map(GenerationReport::words).orElse(""),
                    row.expected().isEmpty() ? "" : row.asExpected() ? "✓" : "outside");
        }
        section(table.lines());
    }

    /** What was planted, and what the rules made of it. */
    private void found() {
        if (conclusions.isEmpty()) {
            TextTable table = new TextTable("  ", "lr");
            table.row("Profile", "users");
            run.usersByProfile().forEach((profile, users) -> table.row(profile, number(users)));
            section(table.lines());
            return;
        }
        section(new ConfusionTable(
                        conclusions.get().confusion(), run.usersByProfile().keySet())
                .lines());
        if (!conclusions.get().unusedContents().isEmpty()) {
            lines.addAll(WrappedText.lines(
                    "  advice for nobody: ", String.join(", ", conclusions.get().unusedContents())));
        }
    }

    private void stages() {
        Timings timings = result.timings();
        TextTable table = new TextTable("  ", "lrl");
        table.row("Stage", "seconds", "");
        table.row("read scenario", seconds(reading), "");
        boolean judged = run.origin().rules().isPresent();
        if (judged) {
            table.row("load rules", seconds(loading), "after the scenario, beside which it begins");
        }
        table.row("simulate", seconds(timings.simulate()), SUMMED);
        if (judged) {
            table.row("evaluate", seconds(timings.judge()), SUMMED);
        }
        table.row("prepare rows", seconds(timings.prepare()), SUMMED);
        table.row(
                "write rows",
                seconds(timings.write()),
                Files.isDirectory(result.dataset()) ? SUMMED : "while others simulate");
        table.row("index", seconds(timings.index()), "");
        table.row("sync to disk", seconds(timings.sync()), "");
        Duration total = reading.plus(loading).plus(timings.elapsed());
        table.row("in all", seconds(total), rate(result.transactionsMade(), total));
        section(table.lines());
    }

    private void facts() {
        TextTable table = new TextTable("  ", "ll");
        table.row("Dataset", result.dataset() + String.format(Locale.ROOT, ", %.1f MB", result.bytes() / 1e6));
        if (result.usersKept() > 0) {
            table.row("Kept", number(result.usersKept()) + " users of an interrupted run; the rate is of the others");
        }
        table.row("Period", run.origin().from() + " to " + run.origin().to());
        if (run.looks().size() > 1) {
            table.row(
                    "Looks",
                    run.looks().size() + ", " + run.looks().get(0) + " to "
                            + run.origin().to());
        }
        table.row("Seed", run.origin().seed());
        run.origin().rules().ifPresent(rules -> table.row("Rules", "revision " + rules.revision()));
        table.row("Fingerprint", "data     " + run.fingerprint());
        run.findingsFingerprint().ifPresent(found -> table.row("", "findings " + found));
        section(table.lines());
    }

    private void wayOn() {
        Path file = result.dataset();
        if (Files.isDirectory(file)) {
            TextTable table = new TextTable("  ", "ll");
            table.row("./spendsense import " + file + " --out FILE", "makes a dataset for all other commands");
            section(table.lines());
            return;
        }
        String option = file.equals(DatasetOption.DEFAULT) ? "" : " --dataset " + file;
        TextTable table = new TextTable("  ", "ll");
        table.row("./spendsense show " + someone + option, "one person on one screen");
        conclusions.ifPresent(given -> table.row(
                "./spendsense validate" + (option.isEmpty() ? "" : " " + file), "whether the dataset is complete"));
        table.row("./spendsense replay " + someone + option, "lives that person again and compares");
        section(table.lines());
    }

    private void section(List<String> section) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(section);
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
