package dev.spendsense.report;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The shipped scenario with another seed, judged by the shipped rules and checked as the guide asks. As a program it
 * prints a line for each of so many seeds: {@code CheckedSeed [SEEDS] [FIRST SEED]}.
 */
record CheckedSeed(long seed, RunRecord run, Compliance compliance, Conclusions conclusions) {

    static CheckedSeed of(long seed, RuleBase rules, Path folder) {
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of("seed=" + seed));
        Scenario scenario = ScenarioReader.read(source);
        Path file = folder.resolve(seed + ".db");
        Generation.of(scenario, source, Optional.of(rules), "test").into(file, false, 2, Progress.NONE);
        try (Dataset dataset = Dataset.open(file)) {
            return new CheckedSeed(
                    seed,
                    dataset.run(),
                    Compliance.of(dataset, Thresholds.GUIDE),
                    Conclusions.of(dataset).orElseThrow());
        }
    }

    /** What fails, with its figure; empty when nothing does. */
    String failures() {
        return compliance.checks().stream()
                .filter(check -> !check.passed())
                .map(check -> check.name() + " " + check.figure() + " " + check.notes())
                .collect(Collectors.joining("; "));
    }

    public static void main(String[] arguments) throws IOException {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        RuleBase rules = RuleBase.load(Path.of("rules"));
        System.out.printf(
                "%8s  %6s  %8s  %8s  %11s  %6s  %8s%n",
                "seed", "passed", "detected", "personas", "advice", "blocked", "macro-F1");
        for (long seed = first; seed < first + seeds; seed++) {
            Path folder = Files.createTempDirectory("seed");
            CheckedSeed checked = of(seed, rules, folder);
            System.out.printf(
                    Locale.ROOT,
                    "%8d  %3d/10  %8d  %8d  %11d  %6d  %8.3f  %s %s%n",
                    seed,
                    checked.compliance.checks().stream().filter(Check::passed).count(),
                    checked.conclusions.detectedSignals(),
                    checked.run.counts().get("persona_assignments"),
                    checked.run.counts().get("recommendations"),
                    checked.run.counts().get("blocked"),
                    checked.conclusions.confusion().macroF1(),
                    checked.failures(),
                    checked.conclusions.unusedContents());
            for (Path file : Files.list(folder).toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
