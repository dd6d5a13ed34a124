package dev.spendsense.cli;

import dev.spendsense.bench.Comparison;
import dev.spendsense.bench.Comparison.Change;
import dev.spendsense.bench.Comparison.Verdict;
import dev.spendsense.bench.Figures;
import dev.spendsense.bench.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What got faster or slower, for people. */
final class ComparisonScreen {

    private final Comparison comparison;
    private final List<String> machines;

    /** @param machines what differs between the machines, in words; empty when they are alike */
    ComparisonScreen(Comparison comparison, List<String> machines) {
        this.comparison = comparison;
        this.machines = machines;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!machines.isEmpty()) {
            lines.add("different machines, so that figures without a limit say nothing of the program:");
            machines.forEach(machine -> lines.add("  " + machine));
        }
        comparison.unlike().forEach(lines::add);
        if (!lines.isEmpty()) {
            lines.add("");
        }
        TextTable table = new TextTable("", "lrlrrrrrl");
        table.row("", "old", "", "new", "of limit: old", "new", "change", "noise", "");
        for (Change change : comparison.changes()) {
            table.row(
                    change.subject().name(),
                    BenchScreen.quantity(change.old().value().median()),
                    "→",
                    BenchScreen.quantity(change.now().value().median()) + " "
                            + change.subject().unit(),
                    share(change.old()),
                    share(change.now()),
                    String.format(Locale.ROOT, "%+.0f%%", 100 * change.change()),
                    "± " + BenchScreen.percent(change.noise()),
                    verdict(change.verdict()));
        }
        lines.addAll(table.lines());
        if (!comparison.missing().isEmpty()) {
            lines.add("in one of them alone: " + String.join(", ", comparison.missing()));
        }
        lines.add("");
        lines.add(summary());
        return lines;
    }

    private static String share(Measured measured) {
        return measured.ofLimit().map(Figures::median).map(BenchScreen::share).orElse("");
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case SAME -> "same";
            case UNCERTAIN -> "uncertain: may be noise";
            case TOO_FEW -> "too few samples to tell";
        };
    }

    private String summary() {
        String slower = names(Verdict.SLOWER);
        String faster = names(Verdict.FASTER);
        return (slower.isEmpty() ? "nothing got slower beyond noise" : "slower beyond noise: " + slower)
                + (faster.isEmpty() ? "" : "; faster: " + faster);
    }

    private String names(Verdict verdict) {
        return comparison.changes().stream()
                .filter(change -> change.verdict() == verdict)
                .map(change -> change.subject().name())
                .collect(Collectors.joining(", "));
    }
}
