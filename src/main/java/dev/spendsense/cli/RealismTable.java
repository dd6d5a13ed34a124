package dev.spendsense.cli;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.realism.Comparison;
import dev.spendsense.report.realism.Realism;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A population beside real households: figure, target and error of each measure. */
final class RealismTable {

    private final Realism realism;

    RealismTable(Realism realism) {
        this.realism = realism;
    }

    List<String> lines() {
        if (!realism.declared()) {
            return List.of("  Like real households? no targets declared");
        }
        TextTable table = new TextTable("  ", "lrrlrlr");
        table.row("Like real households?", "source", "target", "", "generated", "", "error");
        for (Comparison one : realism.comparisons()) {
            table.row(
                    (one.passed() ? "✓ " : "✗ ") + one.name(),
                    figure(one, one.published()),
                    figure(one, one.target()),
                    "± " + figure(one, one.tolerance()),
                    one.generated().map(known -> figure(one, known.value())).orElse("nobody"),
                    one.generated().map(known -> interval(one, known)).orElse(""),
                    one.error().isPresent()
                            ? String.format(Locale.ROOT, "%+.2f", one.error().getAsDouble())
                            : "");
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("  error: generated less target, in tolerances");
        return lines;
    }

    private static String interval(Comparison comparison, Estimate estimate) {
        return figure(comparison, estimate.low()) + " – " + figure(comparison, estimate.high());
    }

    private static String figure(Comparison comparison, double value) {
        return switch (comparison.unit()) {
            case SHARE -> String.format(Locale.ROOT, "%.1f%%", value * 100);
            case COUNT -> String.format(Locale.ROOT, "%.1f", value);
        };
    }
}
