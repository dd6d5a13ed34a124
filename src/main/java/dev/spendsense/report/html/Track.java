package dev.spendsense.report.html;

import dev.spendsense.report.figures.Estimate;
import java.util.function.DoubleFunction;

/** One line of a chart, drawn along an axis that is as wide as the line. */
final class Track {

    private static final int HEIGHT = 22;
    private static final int MIDDLE = HEIGHT / 2;
    private static final int BAR = 10;
    private static final int AXIS_HEIGHT = 16;
    private static final int BASELINE = 12;

    private final Axis axis;
    private final Element svg;

    /** @param label says what is drawn, to those who do not see it */
    Track(Axis axis, String label) {
        this.axis = axis;
        this.svg = Element.styled("svg", "track").with("role", "img").with("aria-label", label);
    }

    /** The figures along an axis, to stand above or below its lines. */
    static Element axis(Axis axis, DoubleFunction<String> words) {
        Element svg = Element.styled("svg", "axis").with("height", AXIS_HEIGHT).with("aria-hidden", "true");
        for (double mark : axis.marks()) {
            double place = axis.place(mark);
            svg.add(Element.of("text", words.apply(mark))
                    .with("x", percent(place))
                    .with("y", BASELINE)
                    .with("text-anchor", place < 0.02 ? "start" : place > 0.98 ? "end" : "middle"));
        }
        return svg;
    }

    Track grid() {
        axis.marks().forEach(mark -> rule(mark, "grid"));
        return this;
    }

    /** A line across the track. */
    Track rule(double figure, String style) {
        svg.add(Element.styled("line", style)
                .with("x1", x(figure))
                .with("x2", x(figure))
                .with("y1", 0)
                .with("y2", HEIGHT));
        return this;
    }

    /** All of the height between two figures. */
    Track ground(double from, double to, String style) {
        return rectangle(from, to, 0, HEIGHT, style);
    }

    Track bar(double from, double to, String style) {
        return rectangle(from, to, MIDDLE - BAR / 2, BAR, style);
    }

    Track line(double from, double to, String style) {
        svg.add(Element.styled("line", style)
                .with("x1", x(from))
                .with("x2", x(to))
                .with("y1", MIDDLE)
                .with("y2", MIDDLE));
        return this;
    }

    /** A figure in its interval. */
    Track estimate(Estimate estimate, String style) {
        return line(estimate.low(), estimate.high(), "whisker " + style).dot(estimate.value(), style);
    }

    Track dot(double figure, String style) {
        svg.add(Element.styled("circle", style)
                .with("cx", x(figure))
                .with("cy", MIDDLE)
                .with("r", 4.5));
        return this;
    }

    Track diamond(double figure, String style) {
        return shape(figure, "M0 -6 6 0 0 6 -6 0Z", style);
    }

    /** Says that it goes on beyond the end. */
    Track arrow(double figure, String style) {
        return shape(figure, "M-7 -5 0 0 -7 5", style);
    }

    private Track shape(double figure, String path, String style) {
        svg.add(Element.of("svg", Element.styled("path", style).with("d", path))
                .with("x", x(figure))
                .with("y", MIDDLE)
                .with("overflow", "visible"));
        return this;
    }

    private Track rectangle(double from, double to, int top, int height, String style) {
        double left = axis.place(Math.min(from, to));
        svg.add(Element.styled("rect", style)
                .with("x", percent(left))
                .with("width", percent(axis.place(Math.max(from, to)) - left))
                .with("y", top)
                .with("height", height));
        return this;
    }

    Element element() {
        return svg.with("height", HEIGHT);
    }

    private String x(double figure) {
        return percent(axis.place(figure));
    }

    private static String percent(double place) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", 100 * place);
    }
}
