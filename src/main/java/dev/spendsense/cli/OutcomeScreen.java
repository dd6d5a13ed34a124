package dev.spendsense.cli;

import dev.spendsense.workbench.diff.OutcomeChanges;
import dev.spendsense.workbench.diff.OutcomeChanges.AdviceChange;
import dev.spendsense.workbench.diff.OutcomeChanges.ConfidenceShift;
import dev.spendsense.workbench.diff.OutcomeChanges.PersonaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What becomes of people under other rules, for people: who gets another persona, confidence, advice. */
final class OutcomeScreen {

    private static final int MOST_USERS_NAMED = 12;

    private final OutcomeChanges changes;
    private final List<String> lines = new ArrayList<>();

    private OutcomeScreen(OutcomeChanges changes) {
        this.changes = changes;
    }

    static List<String> lines(OutcomeChanges changes) {
        OutcomeScreen screen = new OutcomeScreen(changes);
        screen.addPersonas();
        screen.addConfidence();
        screen.addAdvice();
        return screen.lines;
    }

    private void addPersonas() {
        int changed = changes.personas().size();
        lines.add(String.format(
                Locale.ROOT,
                "%,d of %,d users get another first persona%s",
                changed,
                changes.users(),
                changed == 0 ? "" : String.format(Locale.ROOT, " (%.1f%%)", 100.0 * changed / changes.users())));
        if (changed == 0) {
            return;
        }
        TextTable matrix = new TextTable("  ", "llr").row("from", "to", "users");
        changes.matrix()
                .forEach((before, row) -> row.forEach((after, users) ->
                        matrix.row(named(before), named(after), String.format(Locale.ROOT, "%,d", users))));
        add(matrix);
        TextTable people = new TextTable("  ", "lllrlr").row("user", "of", "was", "", "is", "");
        changes.personas().stream().limit(MOST_USERS_NAMED).forEach(each -> people.row(cells(each)));
        add(people);
        if (changed > MOST_USERS_NAMED) {
            lines.add("  and " + (changed - MOST_USERS_NAMED) + " more");
        }
    }

    private static Object[] cells(PersonaChange change) {
        return new Object[] {
            change.userId(),
            change.population(),
            named(change.before()),
            percent(change.confidenceBefore()),
            named(change.after()),
            percent(change.confidenceAfter())
        };
    }

    private void addConfidence() {
        TextTable table = new TextTable("  ", "lrrrrl").row("confidence", "risen", "fallen", "mean", "largest", "for");
        for (ConfidenceShift shift : changes.confidence()) {
            table.row(
                    shift.persona(),
                    shift.risen(),
                    shift.fallen(),
                    points(shift.mean()),
                    points(shift.largest()),
                    shift.userId());
        }
        if (!changes.confidence().isEmpty()) {
            add(table);
        }
    }

    private void addAdvice() {
        TextTable table = new TextTable("  ", "lrr").row("advice", "gained", "lost");
        for (AdviceChange change : changes.advice()) {
            table.row(change.code(), change.gained(), change.lost());
        }
        if (!changes.advice().isEmpty()) {
            add(table);
        }
    }

    private void add(TextTable table) {
        lines.add("");
        lines.addAll(table.lines());
    }

    private static String named(String persona) {
        return persona.equals(OutcomeChanges.NONE) ? "(none)" : persona;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Percentage points. */
    private static String points(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share);
    }
}
