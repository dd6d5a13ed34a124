package dev.spendsense.report.html;

import dev.spendsense.report.calibration.Calibration;
import dev.spendsense.report.calibration.ReliabilityBin;
import java.util.ArrayList;
import java.util.List;

/** Stated confidence against the share that is right, with how many assignments each point stands for. */
final class ReliabilityDiagram {

    private static final Axis SHARES = new Axis(0, 1, 0.2);
    private static final int PLANE = 250;
    private static final int BELOW = 96;
    private static final int COUNTS = 62;
    private static final int TALLEST = 38;
    private static final int MARKS = 76;

    private final Calibration calibration;
    private final String caption;

    ReliabilityDiagram(Calibration calibration, String caption) {
        this.calibration = calibration;
        this.caption = caption;
    }

    Element element() {
        Plot plot = new Plot(SHARES, SHARES, PLANE, BELOW, words())
                .grid(Numerals::percentMark)
                .names("stated confidence", "share that is right", MARKS, Numerals::percentMark)
                .segment(0, 0, 1, 1, "diagonal");
        List<Plot.Point> points = new ArrayList<>();
        int most = calibration.curve().stream()
                .mapToInt(ReliabilityBin::assignments)
                .max()
                .orElse(1);
        for (ReliabilityBin bin : calibration.curve()) {
            points.add(new Plot.Point(bin.confidence(), bin.right()));
            double tall = Math.max(1, TALLEST * bin.assignments() / (double) most);
            plot.barBelow(bin.from(), bin.to(), COUNTS, tall, "count")
                    .textBelow(
                            (bin.from() + bin.to()) / 2,
                            COUNTS - tall - 3,
                            "n",
                            Numerals.shortCount(bin.assignments()));
        }
        plot.curve(points, "curve");
        points.forEach(point -> plot.estimate(point, "accent"));
        return Element.of("figure", Element.of("figcaption", caption), plot.element());
    }

    private String words() {
        StringBuilder words = new StringBuilder(caption);
        calibration
                .curve()
                .forEach(bin -> words.append("; at ")
                        .append(Numerals.percent(bin.confidence()))
                        .append(' ')
                        .append(Numerals.percent(bin.right().value()))
                        .append(" of ")
                        .append(Numerals.count(bin.assignments()))
                        .append(" right"));
        return words.toString();
    }
}
