package dev.spendsense.report.html;

import dev.spendsense.report.figures.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A chart of one figure over another. It scales as a whole, and is small enough to be read as it is on a phone. */
public final class Plot {

    private static final int WIDTH = 340;
    private static final int LEFT = 42;
    private static final int RIGHT = 326;
    private static final int TOP = 8;
    private static final int AIR = 5;
    private static final double DOT = 4;
    private static final double CAP = 3;

    private final Axis across;
    private final Axis up;
    private final int bottom;
    private final int height;
    private final Element svg;

    /**
     * @param tall how high the plane is, of {@value #WIDTH} that the whole is wide
     * @param below room below the plane
     * @param label says what is drawn, to those who do not see it
     */
    public Plot(Axis across, Axis up, int tall, int below, String label) {
        this.across = across;
        this.up = up;
        this.bottom = TOP + tall;
        this.height = bottom + below;
        this.svg = Element.styled("svg", "plot")
                .with("viewBox", "0 0 " + WIDTH + " " + height)
                .with("role", "img")
                .with("aria-label", label);
    }

    /** Lines at all marks, and the figures of the vertical axis in words. */
    public Plot grid(DoubleFunction<String> words) {
        for (double mark : up.marks()) {
            segment(across.low(), mark, across.high(), mark, "grid");
            text(LEFT - AIR, y(mark) + 3.5, "end", "tick", words.apply(mark));
        }
        for (double mark : across.marks()) {
            segment(mark, up.low(), mark, up.high(), "grid");
        }
        return this;
    }

    /** Names the axes; the figures along the horizontal one stand so far below the plane. */
    public Plot names(String horizontal, String vertical, int lower, DoubleFunction<String> words) {
        for (double mark : across.marks()) {
            text(x(mark), bottom + lower, "middle", "tick", words.apply(mark));
        }
        text((LEFT + RIGHT) / 2.0, height - 3, "middle", "name", horizontal);
        svg.add(Element.styled("text", "name", vertical)
                .with("text-anchor", "middle")
                .with("transform", String.format(Locale.ROOT, "translate(11 %d) rotate(-90)", (TOP + bottom) / 2)));
        return this;
    }

    /** A straight line from one place to another. */
    public Plot segment(double x1, double y1, double x2, double y2, String style) {
        svg.add(Element.styled("line", style)
                .with("x1", x(x1))
                .with("y1", y(y1))
                .with("x2", x(x2))
                .with("y2", y(y2)));
        return this;
    }

    /** Fills the plane from figure to figure of the horizontal axis; no less than a hair's breadth. */
    public Plot span(double from, double to, String style) {
        svg.add(Element.styled("rect", style)
                .with("x", x(from) - 1)
                .with("width", x(to) - x(from) + 2)
                .with("y", TOP)
                .with("height", bottom - TOP));
        return this;
    }

    /** Connects figures in order of the horizontal axis. */
    public Plot curve(List<Point> points, String style) {
        svg.add(Element.styled("polyline", style).with("points", path(points, Estimate::value)));
        return this;
    }

    /** Fills the intervals of figures. */
    public Plot band(List<Point> points, String style) {
        StringBuilder outline = new StringBuilder(path(points, Estimate::low));
        for (int i = points.size() - 1; i >= 0; i--) {
            outline.append(' ')
                    .append(place(points.get(i).across(), points.get(i).up().high()));
        }
        svg.add(Element.styled("polygon", style).with("points", outline));
        return this;
    }

    /** A figure with its interval. */
    Plot estimate(Point point, String style) {
        Estimate estimate = point.up();
        segment(point.across(), estimate.low(), point.across(), estimate.high(), "whisker " + style);
        for (double end : new double[] {estimate.low(), estimate.high()}) {
            svg.add(Element.styled("line", "whisker " + style)
                    .with("x1", x(point.across()) - CAP)
                    .with("x2", x(point.across()) + CAP)
                    .with("y1", y(end))
                    .with("y2", y(end)));
        }
        return dot(point, style);
    }

    /** A figure without its interval. */
    public Plot dot(Point point, String style) {
        svg.add(Element.styled("circle", style)
                .with("cx", x(point.across()))
                .with("cy", y(point.up().value()))
                .with("r", DOT));
        return this;
    }

    /** A bar that stands below the plane. */
    Plot barBelow(double from, double to, int base, double tall, String style) {
        svg.add(Element.styled("rect", style)
                .with("x", x(from) + 1.5)
                .with("width", x(to) - x(from) - 3)
                .with("y", bottom + base - tall)
                .with("height", tall));
        return this;
    }

    /** Words below the plane. */
    Plot textBelow(double at, double lower, String style, String words) {
        return text(x(at), bottom + lower, "middle", style, words);
    }

    private Plot text(double x, double y, String anchor, String style, String words) {
        svg.add(Element.styled("text", style, words).with("x", x).with("y", y).with("text-anchor", anchor));
        return this;
    }

    /**
     * What is drawn at one place.
     *
     * @param across along the horizontal axis
     * @param up along the vertical one
     */
    public record Point(double across, Estimate up) {}

    /** What was drawn. */
    public Element element() {
        return svg;
    }

    private String path(List<Point> points, java.util.function.ToDoubleFunction<Estimate> figure) {
        StringBuilder path = new StringBuilder();
        points.forEach(point ->
                path.append(path.isEmpty() ? "" : " ").append(place(point.across(), figure.applyAsDouble(point.up()))));
        return path.toString();
    }

    private String place(double figure, double other) {
        return String.format(Locale.ROOT, "%.2f,%.2f", x(figure), y(other));
    }

    private double x(double figure) {
        return LEFT + across.place(figure) * (RIGHT - LEFT);
    }

    private double y(double figure) {
        return bottom - up.place(figure) * (bottom - TOP);
    }
}
