package dev.spendsense.report.html;

import dev.spendsense.report.fairness.Attribute;
import dev.spendsense.report.fairness.Fairness;
import dev.spendsense.report.fairness.GroupRate;
import dev.spendsense.report.fairness.LowestRatio;
import dev.spendsense.report.fairness.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How groups fare beside the one that fares best: a dumbbell for each, and a table of every single comparison. */
final class FairnessCharts {

    private final Fairness fairness;
    private final Titles titles;

    FairnessCharts(Fairness fairness, Titles titles) {
        this.fairness = fairness;
        this.titles = titles;
    }

    Element element() {
        return Element.fragment()
                .addAll(fairness.attributes().stream().map(this::attribute).toList());
    }

    private Element attribute(Attribute attribute) {
        Element part = Element.styled("section", "attribute").with("aria-label", words(attribute.name()));
        Element heading = Element.of("h3", "By " + words(attribute.name()));
        heading.add(" ", attribute.judged() ? Verdicts.of(attribute.verdict()) : information());
        part.add(heading);
        if (attribute.lowestRatio().isEmpty()) {
            part.add(EmptyState.of(
                    "No two groups of " + fairness.smallest() + " users in whom the same was planted.",
                    "Rates of smaller groups say little; the table has them all the same."));
        } else {
            part.add(
                    lowest(attribute.lowestRatio().get()),
                    dumbbells(attribute.comparisons().get(0).groups()));
        }
        return part.add(new FairnessTable(attribute, titles).element());
    }

    private static Element information() {
        return Element.styled("span", "verdict open", "for information");
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private Element lowest(LowestRatio lowest) {
        String who = (lowest.truth().isEmpty() ? "" : titles.of(lowest.truth()) + ", ") + lowest.group();
        return Element.of(
                "p",
                "The lowest ratio of all is ",
                Element.of("strong", Numerals.figure(lowest.ratio())),
                ": " + who + " (" + Numerals.counted(lowest.users(), "user", "users") + "), "
                        + (lowest.right() ? "given the right persona" : "spared a wrong one") + ". "
                        + (lowest.beyondChance()
                                ? "That is more than chance explains in one comparison."
                                : "Chance can explain it."));
    }

    private Element dumbbells(List<GroupRate> groups) {
        Axis axis = Axis.ofShares(groups.stream()
                .flatMap(one -> Stream.of(one.rightRatio(), one.sparedRatio()))
                .flatMapToDouble(one -> one.stream())
                .map(ratio -> Math.min(ratio, fairness.fourFifths() - 0.05)));
        Rows rows = new Rows(axis).marked(Numerals::mark);
        for (GroupRate group : groups) {
            rows.row(
                    group.group(),
                    "n " + Numerals.count(group.users()),
                    track(group, axis),
                    Element.fragment(
                            Element.of("b", ratios(group)),
                            " ",
                            Element.styled(
                                    "small",
                                    "note",
                                    "right "
                                            + share(group.right()
                                                    .share()
                                                    .orElseThrow()
                                                    .value()) + ", wrong "
                                            + share(group.wrong()
                                                    .share()
                                                    .orElseThrow()
                                                    .value())
                                            + (group.verdict() == Verdict.TOO_SMALL ? ", too few" : ""))));
        }
        return Element.of(
                "figure",
                Element.styled(
                        "figcaption",
                        "legend",
                        Element.of("span", Element.styled("i", "accent dot"), " given the right persona"),
                        Element.of("span", Element.styled("i", "bound"), " spared a wrong one"),
                        Element.of("span", Element.styled("i", "limit"), " four fifths of the best group")),
                rows.element());
    }

    private Track track(GroupRate group, Axis axis) {
        Track track = new Track(axis, group.group() + ": ratio " + ratios(group))
                .grid()
                .rule(fairness.fourFifths(), "limit");
        if (group.rightRatio().isPresent() && group.sparedRatio().isPresent()) {
            double right = group.rightRatio().getAsDouble();
            double spared = group.sparedRatio().getAsDouble();
            String style = switch (group.verdict()) {
                case PASSED -> "accent";
                case FAILED -> "bad";
                case TOO_SMALL -> "open";
            };
            track.line(Math.min(right, spared), Math.max(right, spared), "dumbbell " + style)
                    .dot(right, style)
                    .diamond(spared, "bound");
        }
        return track;
    }

    private static String ratios(GroupRate group) {
        return group.rightRatio().isEmpty() || group.sparedRatio().isEmpty()
                ? Numerals.NONE
                : String.format(
                        Locale.ROOT,
                        "%.2f / %.2f",
                        group.rightRatio().getAsDouble(),
                        group.sparedRatio().getAsDouble());
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }
}
