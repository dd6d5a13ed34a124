package dev.spendsense.report.html;

import dev.spendsense.report.ReportedDataset;
import java.util.List;

/** What the report is about. */
final class DatasetList {

    private final List<ReportedDataset> datasets;

    DatasetList(List<ReportedDataset> datasets) {
        this.datasets = datasets;
    }

    /** In the fewest words. */
    String title() {
        String scenarios = String.join(
                ", ",
                datasets.stream().map(ReportedDataset::scenario).distinct().toList());
        return "How good are the rules? " + scenarios;
    }

    /** A line for each. */
    Element lines() {
        Element list = Element.styled("ul", "datasets");
        for (ReportedDataset one : datasets) {
            list.add(Element.of(
                    "li",
                    Element.of("strong", one.scenario()),
                    ", seed " + one.seed() + ", " + Numerals.counted(one.users(), "user", "users") + ", " + one.from()
                            + " to " + one.to() + ", "
                            + Numerals.counted(one.looks().size(), "look", "looks")));
        }
        return list;
    }

    /** What identifies them. */
    Element origins() {
        Element list = Element.styled("ul", "origins");
        for (ReportedDataset one : datasets) {
            list.add(Element.of(
                    "li",
                    Element.of("strong", one.file()),
                    " rules ",
                    Element.of("code", one.revision()),
                    " data ",
                    Element.of("code", one.fingerprint())));
        }
        return list;
    }
}
