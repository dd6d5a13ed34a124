package dev.spendsense.report.html;

import dev.spendsense.report.accuracy.Confusion;
import dev.spendsense.report.accuracy.IntensityCurve;
import dev.spendsense.report.accuracy.IntensityCurve.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many are found against how pronounced they were planted: all together, then persona by persona. */
final class IntensityPlots {

    private static final Axis INTENSITY = new Axis(0, 1, 0.2);
    private static final Axis FOUND = new Axis(0, 1, 0.25);
    private static final int PLANE = 150;
    private static final int BELOW = 52;
    private static final int COUNTS = 15;
    private static final int MARKS = 30;

    private final IntensityCurve curve;
    private final Titles titles;

    IntensityPlots(IntensityCurve curve, Titles titles) {
        this.curve = curve;
        this.titles = titles;
    }

    Element element() {
        Map<String, List<Bin>> byPersona = curve.bins().stream().collect(Collectors.groupingBy(Bin::persona));
        List<Bin> all = byPersona.getOrDefault(Confusion.NONE, List.of());
        if (all.isEmpty()) {
            return EmptyState.of("Nothing was planted that could be found.", "Every user is unremarkable in truth.");
        }
        if (all.size() == 1) {
            return oneIntensity(all.get(0));
        }
        Element plots = Element.styled("div", "small-multiples");
        plots.add(plot("All profiles", all));
        for (String name : titles.inOrder(byPersona.keySet())) {
            if (!name.equals(Confusion.NONE)) {
                plots.add(plot(titles.of(name), byPersona.get(name)));
            }
        }
        return plots;
    }

    private static Element oneIntensity(Bin only) {
        return EmptyState.of(
                "All profiles were planted about equally pronounced, above " + Numerals.mark(only.above()) + " to "
                        + Numerals.mark(only.upTo()) + ".",
                Numerals.of(only.recall())
                        + " were found. A dataset generated with --set intensity=[0,1] shows how this"
                        + " falls off where people are less clear-cut.");
    }

    private static Element plot(String title, List<Bin> bins) {
        List<Plot.Point> points = new ArrayList<>();
        StringBuilder words = new StringBuilder(title);
        Plot plot;
        for (Bin bin : bins) {
            bin.recall().share().ifPresent(share -> points.add(new Plot.Point(middle(bin), share)));
            words.append("; about ")
                    .append(Numerals.mark(middle(bin)))
                    .append(": ")
                    .append(Numerals.of(bin.recall()));
        }
        plot = new Plot(INTENSITY, FOUND, PLANE, BELOW, words.toString())
                .grid(Numerals::percentMark)
                .names("intensity; above it, how many were planted", "found", MARKS, Numerals::mark)
                .band(points, "band")
                .curve(points, "curve");
        points.forEach(point -> plot.dot(point, "accent"));
        bins.forEach(bin -> plot.textBelow(
                middle(bin), COUNTS, "n", Numerals.shortCount(bin.recall().cases())));
        return Element.of("figure", Element.of("figcaption", title), plot.element());
    }

    private static double middle(Bin bin) {
        return (bin.above() + bin.upTo()) / 2;
    }
}
