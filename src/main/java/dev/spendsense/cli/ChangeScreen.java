package dev.spendsense.cli;

import dev.spendsense.workbench.diff.Change;
import dev.spendsense.workbench.diff.Change.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What changed between two rule folders, for people, by kind of thing. */
final class ChangeScreen {

    private ChangeScreen() {}

    static List<String> lines(List<Change> changes) {
        List<String> lines = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            TextTable table = new TextTable("  ", "lll");
            changes.stream()
                    .filter(change -> change.subject() == subject)
                    .forEach(change ->
                            table.row(change.how().name().toLowerCase(Locale.ROOT), change.name(), detail(change)));
            if (!table.isEmpty()) {
                lines.add(subject.title());
                lines.addAll(table.lines());
            }
        }
        return lines;
    }

    private static String detail(Change change) {
        return change.before().isEmpty() || change.after().isEmpty()
                ? change.before() + change.after()
                : change.before() + " → " + change.after();
    }
}
