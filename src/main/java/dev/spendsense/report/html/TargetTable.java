package dev.spendsense.report.html;

import dev.spendsense.report.Target;
import java.util.List;

/** Every figure that has a target. */
final class TargetTable {

    private final List<Target> targets;
    private final Titles titles;

    TargetTable(List<Target> targets, Titles titles) {
        this.targets = targets;
        this.titles = titles;
    }

    Element element() {
        Element body = Element.of("tbody");
        targets.forEach(target -> body.add(row(target)));
        Element table = Element.styled(
                "table",
                "targets",
                Element.of(
                        "thead",
                        Element.of(
                                "tr",
                                head("Figure", ""),
                                head("Value", "number"),
                                head("95% interval", "number"),
                                head("worse ← target → better", "track-head"),
                                head("Ought to be", "number"),
                                head("Outcome", ""))),
                body);
        return Element.of("figure", table);
    }

    private static Element head(String words, String style) {
        return Element.styled("th", style, words).with("scope", "col");
    }

    private Element row(Target target) {
        Element what = Element.of("th", target.title()).with("scope", "row");
        if (!target.reason().isEmpty()) {
            what.add(" ", Element.styled("small", "note", titles.of(target.reason())));
        }
        return Element.of(
                        "tr",
                        what,
                        Element.styled("td", "number value", TargetTrack.value(target)),
                        Element.styled("td", "number range", Numerals.interval(target.interval())),
                        Element.styled("td", "along", new TargetTrack(target).element()),
                        Element.styled("td", "number aim", TargetTrack.aim(target)),
                        Element.styled("td", "outcome", Verdicts.of(target)))
                .with("data-target", target.name());
    }
}
