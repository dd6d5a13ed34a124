package dev.spendsense.cli;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.impact.AdviceShift;
import dev.spendsense.workbench.impact.ConfidenceShift;
import dev.spendsense.workbench.impact.Figure;
import dev.spendsense.workbench.impact.Impact;
import dev.spendsense.workbench.impact.PersonaMove;
import dev.spendsense.workbench.impact.RuleShare;
import dev.spendsense.workbench.impact.Stages;
import dev.spendsense.workbench.impact.UserChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a change of rules does, on a screen. */
final class ImpactScreen {

    private static final int MOST_ROWS = 12;

    private final String title;
    private final List<Change> edits;
    private final Impact impact;
    private final Duration loading;
    private final List<String> failed;
    private final int listed;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param edits what is not what it was in the texts
     * @param failed conditions that happen
     * @param listed how many users who change are listed
     */
    ImpactScreen(String title, List<Change> edits, Impact impact, Duration loading, List<String> failed, int listed) {
        this.title = title;
        this.edits = edits;
        this.impact = impact;
        this.loading = loading;
        this.failed = failed;
        this.listed = listed;
    }

    List<String> lines() {
        lines.add(title + "; rules " + impact.before().substring(0, 8) + " → "
                + impact.after().substring(0, 8));
        lines.add(summary(impact));
        section("", ChangeScreen.lines(edits));
        section("", moves());
        section("Rules responsible", rules());
        section("Users", users());
        section("Confidence", confidence());
        section("Advice", advice());
        section("", figures());
        lines.add("");
        failed.forEach(condition -> lines.add("✗ " + condition));
        lines.add(timing(impact.judged(), impact.stages(), loading));
        return lines;
    }

    static String summary(Impact impact) {
        long better =
                impact.changes().stream().filter(change -> change.better() > 0).count();
        long worse =
                impact.changes().stream().filter(change -> change.better() < 0).count();
        return String.format(
                Locale.ROOT,
                "%,d of %,d users change personas, %,d of them the foremost: %,d now right, %,d no longer right",
                impact.changes().size(),
                impact.judged(),
                impact.changedPrimary(),
                better,
                worse);
    }

    private void section(String heading, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            if (!heading.isEmpty()) {
                lines.add(heading);
            }
            lines.addAll(content);
        }
    }

    private List<String> moves() {
        TextTable table = new TextTable("  ", "lllr");
        table.row("From", "", "to", "users");
        impact.moves().stream()
                .filter(move -> !move.stayed())
                .forEach(move -> table.row(name(move.from()), "→", name(move.to()), count(move.users())));
        return impact.moves().stream().allMatch(PersonaMove::stayed) ? List.of() : table.lines();
    }

    private static String name(String persona) {
        return persona.isEmpty() ? "none" : persona;
    }

    private List<String> rules() {
        TextTable table = new TextTable("  ", "rl");
        for (RuleShare share : cut(impact.rules())) {
            table.row(
                    count(share.users()),
                    "\"" + share.rule() + "\" " + share.kind().words() + ": " + share.conclusion());
        }
        return withMore(table.lines(), impact.rules().size());
    }

    private List<String> users() {
        List<String> users = new ArrayList<>();
        for (UserChange change :
                impact.changes().subList(0, Math.min(listed, impact.changes().size()))) {
            users.add("  " + (change.better() > 0 ? "✓ " : change.better() < 0 ? "✗ " : "· ") + change.inWords());
            change.rules().forEach(rule -> users.add("      " + rule.inWords()));
        }
        if (listed > 0 && impact.changes().size() > listed) {
            users.add("  and " + count(impact.changes().size() - listed) + " more; --list N shows N");
        }
        return users;
    }

    private List<String> confidence() {
        TextTable table = new TextTable("  ", "lrrrr");
        table.row("", "raised", "lowered", "mean", "largest");
        boolean any = false;
        for (ConfidenceShift shift : impact.confidence()) {
            if (shift.largest() != 0) {
                any = true;
                table.row(
                        shift.persona(),
                        count(shift.raised()),
                        count(shift.lowered()),
                        signed(shift.mean()),
                        signed(shift.largest()));
            }
        }
        return any ? table.lines() : List.of();
    }

    private List<String> advice() {
        TextTable table = new TextTable("  ", "lrrl");
        if (!impact.advice().isEmpty()) {
            table.row("", "gained", "lost", "");
        }
        for (AdviceShift shift : cut(impact.advice())) {
            table.row(
                    shift.code(),
                    count(shift.gained()),
                    count(shift.lost()),
                    shift.kind().name().toLowerCase(Locale.ROOT));
        }
        return withMore(table.lines(), impact.advice().size());
    }

    private List<String> figures() {
        TextTable table = new TextTable("  ", "llll");
        table.row("Figure", "before", "after", "difference");
        for (Figure figure : impact.figures()) {
            if (figure.difference().isPresent()
                    || figure.change().filter(by -> by != 0).isPresent()) {
                table.row(figure.name(), range(figure.before()), range(figure.after()), difference(figure));
            }
        }
        return table.lines();
    }

    static String difference(Figure figure) {
        return figure.difference()
                .map(one -> one.low() == 0 && one.high() == 0
                        ? "none"
                        : signed(one.value()) + " (" + signed(one.low()) + " to " + signed(one.high()) + ")"
                                + (figure.significant() ? "" : ", may be chance"))
                .or(() -> figure.change().map(ImpactScreen::signed))
                .orElse("–");
    }

    static String range(Optional<Estimate> estimate) {
        return estimate.map(one -> String.format(Locale.ROOT, "%.4f (%.4f–%.4f)", one.value(), one.low(), one.high()))
                .orElse("–");
    }

    /** Users a second, and seconds by stage: those of the workers added up. */
    static String timing(int users, Stages stages, Duration loading) {
        double elapsed = seconds(stages.elapsed());
        return String.format(
                Locale.ROOT,
                "%,.0f users/s: %.1f s (workers: living %.1f, judging before %.1f, after %.1f, tracing %.1f; "
                        + "measuring %.1f), and %.1f s loading the rules",
                users / Math.max(elapsed, 1e-9),
                elapsed,
                seconds(stages.live()),
                seconds(stages.before()),
                seconds(stages.after()),
                seconds(stages.explain()),
                seconds(stages.measure()),
                seconds(loading));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static <T> List<T> cut(List<T> all) {
        return all.subList(0, Math.min(MOST_ROWS, all.size()));
    }

    private static List<String> withMore(List<String> rows, int all) {
        List<String> lines = new ArrayList<>(rows);
        if (all > MOST_ROWS) {
            lines.add("  and " + count(all - MOST_ROWS) + " more");
        }
        return lines;
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value + 0.0);
    }

    static String count(int users) {
        return String.format(Locale.ROOT, "%,d", users);
    }
}
