package dev.spendsense.report.html;

import dev.spendsense.report.accuracy.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who was taken for whom: a table whose cells are darker the larger their share of the row. */
final class HeatMap {

    private static final double DARK = 0.55;

    private final Confusion confusion;
    private final Titles titles;

    HeatMap(Confusion confusion, Titles titles) {
        this.confusion = confusion;
        this.titles = titles;
    }

    Element element() {
        List<String> planted = withNone(confusion.counts().containsKey(Confusion.NONE));
        List<String> assigned =
                withNone(confusion.counts().values().stream().anyMatch(row -> row.containsKey(Confusion.NONE)));
        Element head = Element.of("tr", Element.of("th", "Planted ↓ found as →").with("scope", "col"));
        assigned.forEach(name -> head.add(Element.styled("th", "turned", Element.of("span", titles.of(name)))
                .with("scope", "col")));
        Element body = Element.of("tbody");
        for (String name : planted) {
            body.add(row(name, assigned));
        }
        return Element.styled("div", "scroll", Element.styled("table", "heat", Element.of("thead", head), body));
    }

    private List<String> withNone(boolean none) {
        List<String> names = new ArrayList<>(titles.inOrder(confusion.names()));
        if (none) {
            names.add(Confusion.NONE);
        }
        return names;
    }

    private Element row(String planted, List<String> columns) {
        int all = columns.stream()
                .mapToInt(name -> confusion.users(planted, name))
                .sum();
        Element row = Element.of(
                "tr",
                Element.of("th", titles.of(planted), " ", Element.styled("small", "note", "n " + Numerals.count(all)))
                        .with("scope", "row"));
        for (String found : columns) {
            int users = confusion.users(planted, found);
            boolean right = planted.equals(found) && !planted.equals(Confusion.NONE);
            if (users == 0) {
                row.add(Element.styled("td", right ? "zero right" : "zero", "·"));
            } else {
                double share = users / (double) all;
                row.add(Element.styled(
                                "td",
                                (right ? "right" : "wrong") + (share > DARK ? " dark" : ""),
                                Element.of("span", Numerals.count(users)),
                                Element.styled("small", "note", String.format(Locale.ROOT, "%.0f%%", 100 * share)))
                        .with("style", String.format(Locale.ROOT, "--share:%.3f", share)));
            }
        }
        return row;
    }
}
