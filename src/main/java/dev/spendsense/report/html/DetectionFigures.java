package dev.spendsense.report.html;

import dev.spendsense.report.detection.Detection;
import dev.spendsense.report.detection.PersonaDetection;
import dev.spendsense.report.detection.Stability;
import dev.spendsense.report.figures.Estimate;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How soon rules notice and forget, and how steady they are. */
final class DetectionFigures {

    private final Detection detection;
    private final Titles titles;

    DetectionFigures(Detection detection, Titles titles) {
        this.detection = detection;
        this.titles = titles;
    }

    Element noticing() {
        DetectionChart midLife =
                new DetectionChart(detection.personas(), titles, PersonaDetection::noticing, "noticed");
        if (midLife.isEmpty()) {
            return EmptyState.of(
                    "Nobody's life changes between two looks.",
                    "A scenario with events, looked at more than once (evaluate.every), shows how long rules take.");
        }
        int expected = detection.personas().stream()
                .mapToInt(PersonaDetection::expected)
                .sum();
        Element figure = Element.of("figure", legend(), midLife.element());
        if (expected > 0) {
            figure.add(Element.styled(
                    "p",
                    "note",
                    Numerals.count(expected)
                            + " more were assigned before they were true already, and are not counted as noticed."));
        }
        return figure;
    }

    Element forgetting() {
        DetectionChart chart =
                new DetectionChart(detection.personas(), titles, PersonaDetection::forgetting, "forgotten");
        return chart.isEmpty()
                ? EmptyState.of(
                        "No persona that was assigned ceased to be true between two looks.",
                        "There is nothing to forget.")
                : Element.of("figure", legend(), chart.element());
    }

    private static Element legend() {
        return Element.styled(
                "figcaption",
                "legend",
                key("accent bar", "until half are"),
                key("faint bar", "until nine in ten are"),
                key("bound", "the bound for half"));
    }

    private static Element key(String style, String words) {
        return Element.of("span", Element.styled("i", style), " " + words);
    }

    Element flips() {
        Stability stability = detection.stability();
        if (stability.perYear().isEmpty()) {
            return EmptyState.of(
                    "Everybody was looked at once.",
                    "Changes of mind show when rules look more than once (evaluate.every).");
        }
        Axis axis = Axis.fromZero(Stream.of(stability.perYear(), stability.calmPerYear())
                .flatMap(Optional::stream)
                .flatMapToDouble(one -> DoubleStream.of(one.high(), 1)));
        Rows rows = new Rows(axis).marked(Numerals::mark);
        row(rows, axis, "At any time", stability.flips(), stability.years(), stability.perYear());
        row(
                rows,
                axis,
                "Where nothing happened for " + stability.settledDays() + " days",
                stability.calmFlips(),
                stability.calmYears(),
                stability.calmPerYear());
        return Element.of("figure", rows.element());
    }

    private static void row(Rows rows, Axis axis, String name, int flips, double years, Optional<Estimate> rate) {
        Track track = new Track(axis, name + ": " + Numerals.figure(rate)).grid();
        rate.ifPresent(known -> track.estimate(known, "accent"));
        rows.row(
                name,
                Numerals.counted(flips, "change", "changes") + " in " + Numerals.count(Math.round(years))
                        + " user-years",
                track,
                Element.fragment(
                        Element.of("b", Numerals.figure(rate)),
                        " ",
                        Element.styled("small", "note", Numerals.interval(rate))));
    }
}
