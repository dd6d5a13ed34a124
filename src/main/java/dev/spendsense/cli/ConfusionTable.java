package dev.spendsense.cli;

import dev.spendsense.report.accuracy.Confusion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Planted profiles in rows, primary personas in columns, and how well each was found. */
final class ConfusionTable {

    private final Confusion confusion;
    private final List<String> names;

    /**
     * @param order names that come first, in this order
     */
    ConfusionTable(Confusion confusion, Collection<String> order) {
        this.confusion = confusion;
        Set<String> ordered = new LinkedHashSet<>(order);
        ordered.retainAll(confusion.names());
        ordered.addAll(confusion.names());
        this.names = List.copyOf(ordered);
    }

    List<String> lines() {
        TextTable table = new TextTable("  ", "l" + "r".repeat(names.size() + 2));
        table.row(heading("Planted,", "", true));
        table.row(heading("found as", "F1", false));
        names.forEach(name -> table.row(row(name, number(confusion.score(name).f1()))));
        if (confusion.counts().containsKey(Confusion.NONE)) {
            table.row(row(Confusion.NONE, ""));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(String.format(
                Locale.ROOT,
                "  macro-F1 %s; %.1f%% of %,d users found as planted",
                number(confusion.macroF1()),
                100 * confusion.correct(),
                confusion.users()));
        return lines;
    }

    /** Names of two words stand on two lines, so that all columns fit. */
    private Object[] heading(String first, String last, boolean above) {
        List<Object> cells = new ArrayList<>();
        cells.add(first);
        for (String name : names) {
            int gap = name.indexOf('_');
            cells.add(above ? name.substring(0, Math.max(0, gap)) : name.substring(gap + 1));
        }
        cells.add(above ? "" : "none");
        cells.add(last);
        return cells.toArray();
    }

    private Object[] row(String profile, String f1) {
        List<Object> cells = new ArrayList<>();
        cells.add(profile.isEmpty() ? "(nothing)" : profile);
        names.forEach(persona -> cells.add(count(profile, persona)));
        cells.add(count(profile, Confusion.NONE));
        cells.add(f1);
        return cells.toArray();
    }

    private String count(String profile, String persona) {
        int users = confusion.users(profile, persona);
        return users == 0 ? "·" : String.format(Locale.ROOT, "%,d", users);
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
