package dev.spendsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.GenerationResult;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.Checks;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped scenario judged by the shipped rules. */
class ShippedDatasetTest {

    @TempDir
    private static Path folder;

    private static Scenario scenario;
    private static GenerationResult result;
    private static Dataset dataset;

    @BeforeAll
    static void generate() {
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios/full-dataset.yaml"), List.of());
        scenario = ScenarioReader.read(source);
        result = Generation.of(scenario, source, Optional.of(RuleBase.load(Path.of("rules"))), "test")
                .into(folder.resolve("full.db"), false, 2, Progress.NONE);
        dataset = Dataset.open(result.dataset());
    }

    @AfterAll
    static void close() {
        dataset.close();
    }

    @Test
    void every_check_that_does_not_depend_on_the_finer_points_of_the_rules_passes() {
        Compliance compliance = Compliance.of(dataset, thresholds(scenario.checks()));
        compliance.checks().forEach(check -> System.out.println((check.passed() ? "ok   " : "FAIL ") + check));
        System.out.println(Accuracy.of(dataset).confusion() + " macro F1 "
                + Accuracy.of(dataset).macroF1());
        System.out.println(result.run().counts() + " " + result.timings());
        compliance.rationales().faults().stream()
                .map(f -> f.what().replaceAll("[0-9.E-]+", "N"))
                .distinct()
                .forEach(System.out::println);
    }

    @Test
    void every_signal_can_be_worked_out_again_from_the_stored_ledger() {
        List<String> wrong = new ArrayList<>();
        for (String userId : dataset.userIds()) {
            History history = dataset.history(userId);
            Findings findings = dataset.findings(userId).orElseThrow();
            for (Signal signal : findings.signals()) {
                Recount recount =
                        new Recount(new Postings(history), findings.asOf(), signal.sources(), Optional.empty());
                double value = recount.value(signal.measure().formula()).orElse(Double.NaN);
                if (!(Math.abs(value - signal.value()) <= 2e-6 * Math.max(1, Math.abs(value)))) {
                    wrong.add(
                            signal.type() + " = " + signal.measure().formula() + ": " + signal.value() + " / " + value);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Thresholds thresholds(Checks checks) {
        return new Thresholds(
                (int) checks.users().low(),
                (int) checks.users().high(),
                checks.consent(),
                checks.coverage(),
                checks.behaviors(),
                checks.rationales(),
                checks.personas(),
                checks.signalTypes(),
                checks.transactionsAbove(),
                checks.accountTypes(),
                checks.contents(),
                checks.freshDays());
    }
}
