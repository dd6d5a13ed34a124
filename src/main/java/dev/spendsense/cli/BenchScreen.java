package dev.spendsense.cli;

import dev.spendsense.bench.Figures;
import dev.spendsense.bench.Goal;
import dev.spendsense.bench.Machine;
import dev.spendsense.bench.Measured;
import dev.spendsense.bench.Measured.Target;
import dev.spendsense.bench.Result;
import dev.spendsense.bench.Result.Program;
import dev.spendsense.bench.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the benchmarks found, for people. */
final class BenchScreen {

    private final Result result;

    BenchScreen(Result result) {
        this.result = result;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(heading());
        lines.add("");
        TextTable table = new TextTable("", "lrlrrrrl");
        table.row("", "median", "", "spread", "limit", "of limit", "target", "");
        for (Measured measured : result.measured()) {
            rows(measured, table);
        }
        lines.addAll(table.lines());
        result.skipped().forEach(skipped -> lines.add(skipped.name() + ": not measured: " + skipped.why()));
        lines.add("");
        for (Measured measured : result.measured()) {
            lines.addAll(explanation(measured));
        }
        return lines;
    }

    private List<String> heading() {
        Program program = result.program();
        Machine machine = result.machine();
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "SpendSense %s, rules %s, %s with seed %d: %s; medians",
                program.version(),
                program.rules().substring(0, Math.min(12, program.rules().length())),
                program.scenario(),
                program.seed(),
                result.settings().inWords()));
        lines.add(text(
                "%d × %s, %,d MB, %s; JDK %s, heap up to %,d MB, %s",
                machine.processors(),
                machine.model(),
                machine.memoryMb(),
                machine.system(),
                machine.jdk(),
                machine.heapMb(),
                machine.collectors()));
        lines.add(load());
        return lines;
    }

    private String load() {
        if (result.loadBefore() < 0) {
            return "the system does not tell its load";
        }
        String load = text("load average %.1f before, %.1f after", result.loadBefore(), result.loadAfter());
        return result.busy()
                ? load + ": other programs were running, so that elapsed times are too long; processor times and "
                        + "shares of a limit suffer less"
                : load;
    }

    private static void rows(Measured measured, TextTable table) {
        Subject subject = measured.subject();
        List<Target> targets = measured.targets();
        table.row(
                subject.name(),
                quantity(measured.value().median()),
                subject.unit(),
                spread(measured.value()),
                measured.limit().map(limit -> quantity(limit.median())).orElse(""),
                measured.ofLimit()
                        .map(share -> text("%s ± %s", share(share.median()), percent(share.spread())))
                        .orElse(""),
                targets.isEmpty() ? "" : bound(subject, targets.get(0).goal()),
                targets.isEmpty() ? "" : verdict(targets.get(0)));
        for (Target more : targets.subList(Math.min(1, targets.size()), targets.size())) {
            table.row("", "", "", "", "", "", bound(subject, more.goal()), verdict(more));
        }
    }

    private static String spread(Figures figures) {
        return figures.samples().size() == 1 ? "once" : "± " + percent(figures.spread());
    }

    private static String bound(Subject subject, Goal goal) {
        if (goal.ofLimit()) {
            return "≥ " + share(goal.bound()) + " of limit";
        }
        return (subject.moreIsBetter() ? "≥ " : "≤ ") + quantity(goal.bound());
    }

    private static String verdict(Target target) {
        return target.met() ? "met" : "missed";
    }

    private static List<String> explanation(Measured measured) {
        Subject subject = measured.subject();
        StringBuilder text = new StringBuilder(subject.what());
        subject.limit().ifPresent(limit -> text.append(". Limit: ").append(limit));
        measured.notes().forEach(note -> text.append(". Note: ").append(note));
        return WrappedText.lines(subject.name() + ": ", text.toString());
    }

    /** Three digits, in millions where that is shorter. */
    static String quantity(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return text(size >= 1e8 ? "%,.0f M" : size >= 1e7 ? "%.1f M" : "%.2f M", value / 1e6);
        }
        return text(size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    static String share(double share) {
        return text(share >= 0.1 ? "%.2f" : "%.3f", share);
    }

    static String percent(double share) {
        return text("%.0f%%", 100 * share);
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
