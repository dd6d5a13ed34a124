package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.report.Check;
import dev.spendsense.report.Compliance;
import dev.spendsense.report.Conclusions;
import dev.spendsense.report.Rationales.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a dataset is complete, with every figure beside its threshold. */
final class ValidationReport {

    private static final int MOST_FAULTS = 10;

    private final Path file;
    private final RunRecord run;
    private final Compliance compliance;
    private final Optional<Conclusions> conclusions;
    private final List<String> lines = new ArrayList<>();

    ValidationReport(Path file, RunRecord run, Compliance compliance, Optional<Conclusions> conclusions) {
        this.file = file;
        this.run = run;
        this.compliance = compliance;
        this.conclusions = conclusions;
    }

    List<String> lines() {
        checks();
        rationales();
        found();
        return lines;
    }

    private void checks() {
        long passed = compliance.checks().stream().filter(Check::passed).count();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d of %d checks passed",
                file,
                passed,
                compliance.checks().size()));
        lines.add("");
        for (Check check : compliance.checks()) {
            lines.add("  " + (check.passed() ? "✓ " : "✗ ") + check.title());
            lines.addAll(WrappedText.lines("      ", check.figure() + "; expected " + check.threshold()));
            // the faults of rationales follow below, more of them
            if (!check.name().equals("rationales")) {
                check.notes().forEach(note -> lines.addAll(WrappedText.lines("      ", note)));
            }
        }
    }

    private void rationales() {
        List<Fault> faults = compliance.rationales().faults();
        if (faults.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  What rationales say that the ledger does not");
        String advice = "";
        for (Fault fault : faults.subList(0, Math.min(MOST_FAULTS, faults.size()))) {
            if (!fault.recommendationId().equals(advice)) {
                advice = fault.recommendationId();
                lines.add("  " + advice);
            }
            lines.addAll(WrappedText.lines("      ", fault.what()));
        }
        if (faults.size() > MOST_FAULTS) {
            lines.add("  …");
        }
    }

    private void found() {
        lines.add("");
        if (conclusions.isEmpty()) {
            lines.add("  no rules have judged these users");
            return;
        }
        lines.addAll(new ConfusionTable(
                        conclusions.get().confusion(), run.usersByProfile().keySet())
                .lines());
        if (!conclusions.get().unusedContents().isEmpty()) {
            lines.addAll(WrappedText.lines(
                    "  advice for nobody: ", String.join(", ", conclusions.get().unusedContents())));
        }
    }
}
