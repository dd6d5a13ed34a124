package dev.spendsense.cli;

import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.impact.AdviceShift;
import dev.spendsense.workbench.impact.ConfidenceShift;
import dev.spendsense.workbench.impact.Figure;
import dev.spendsense.workbench.impact.Impact;
import dev.spendsense.workbench.impact.PersonaMove;
import dev.spendsense.workbench.impact.RuleShare;
import dev.spendsense.workbench.impact.UserChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a change of rules does, as a comment on a pull request. */
final class ImpactMarkdown {

    private final String title;
    private final List<Change> edits;
    private final Impact impact;
    private final List<String> failed;
    private final int listed;
    private final List<String> lines = new ArrayList<>();

    ImpactMarkdown(String title, List<Change> edits, Impact impact, List<String> failed, int listed) {
        this.title = title;
        this.edits = edits;
        this.impact = impact;
        this.failed = failed;
        this.listed = listed;
    }

    List<String> lines() {
        lines.add("### What the change of rules does");
        lines.add("");
        lines.add(ImpactScreen.summary(impact) + " (" + title + ").");
        if (!failed.isEmpty()) {
            lines.add("");
            failed.forEach(condition -> lines.add("- ❌ `" + condition + "`"));
        }
        table(List.of("Changed", "", "before", "after"), edits.stream().map(ImpactMarkdown::row));
        table(
                List.of("Figure", "before", "after", "difference"),
                impact.figures().stream()
                        .filter(figure -> figure.difference().isPresent())
                        .map(ImpactMarkdown::row));
        table(
                List.of("From", "to", "users"),
                impact.moves().stream().filter(move -> !move.stayed()).map(ImpactMarkdown::row));
        table(List.of("Rule responsible", "", "users"), impact.rules().stream().map(ImpactMarkdown::row));
        table(List.of("Advice", "gained", "lost"), impact.advice().stream().map(ImpactMarkdown::row));
        table(
                List.of("Confidence in", "raised", "lowered", "mean"),
                impact.confidence().stream()
                        .filter(shift -> shift.largest() != 0)
                        .map(ImpactMarkdown::row));
        users();
        return lines;
    }

    private static List<String> row(Change change) {
        return List.of(
                change.name(),
                change.subject().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + change.how().name().toLowerCase(Locale.ROOT),
                change.before(),
                change.after());
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                ImpactScreen.range(figure.before()),
                ImpactScreen.range(figure.after()),
                ImpactScreen.difference(figure));
    }

    private static List<String> row(PersonaMove move) {
        return List.of(
                move.from().isEmpty() ? "none" : move.from(),
                move.to().isEmpty() ? "none" : move.to(),
                ImpactScreen.count(move.users()));
    }

    private static List<String> row(RuleShare share) {
        return List.of(
                share.rule(), share.kind().words() + " " + share.conclusion(), ImpactScreen.count(share.users()));
    }

    private static List<String> row(AdviceShift shift) {
        return List.of(shift.code(), ImpactScreen.count(shift.gained()), ImpactScreen.count(shift.lost()));
    }

    private static List<String> row(ConfidenceShift shift) {
        return List.of(
                shift.persona(),
                ImpactScreen.count(shift.raised()),
                ImpactScreen.count(shift.lowered()),
                ImpactScreen.signed(shift.mean()));
    }

    private void users() {
        List<UserChange> changes = impact.changes();
        int shown = Math.min(listed, changes.size());
        if (shown == 0) {
            return;
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "<details><summary>%,d of %,d users</summary>", shown, changes.size()));
        lines.add("");
        changes.subList(0, shown).forEach(change -> {
            lines.add("- " + text(change.inWords()));
            change.rules().forEach(rule -> lines.add("  - " + text(rule.inWords())));
        });
        lines.add("");
        lines.add("</details>");
    }

    private void table(List<String> heading, Stream<List<String>> rows) {
        List<String> body = rows.map(ImpactMarkdown::cells).toList();
        if (!body.isEmpty()) {
            lines.add("");
            lines.add(cells(heading));
            lines.add("|" + "---|".repeat(heading.size()));
            lines.addAll(body);
        }
    }

    private static String cells(List<String> cells) {
        return "| "
                + String.join(" | ", cells.stream().map(ImpactMarkdown::text).toList()) + " |";
    }

    /** Nothing in a rule's name can end a cell or begin markup. */
    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("_", "\\_")
                .replace("*", "\\*")
                .replace("`", "\\`");
    }
}
