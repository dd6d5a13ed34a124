package dev.spendsense.twin;

import dev.spendsense.bank.Money;
import dev.spendsense.text.Markup;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Amounts over days as a drawing within HTML. What is drawn stretches with the page; what is written stands beside it as
 * text of the page's own size, so that it is as easy to read on a phone as on paper.
 */
final class DayChart {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final int GRID_LINES = 4;
    private static final int MONTHS_WRITTEN = 6;

    private final LocalDate from;
    private final int days;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder behind = new StringBuilder();
    private final StringBuilder front = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    private record Line(String style, long[] cents, boolean filled) {}

    private record Mark(double x, String name) {}

    DayChart(LocalDate from, int days) {
        this.from = from;
        this.days = days;
    }

    /** Draws amounts of each day as a line in a style. */
    DayChart line(String style, long[] cents) {
        lines.add(new Line(style, cents, false));
        return this;
    }

    /** Draws amounts of each day as an area between them and zero. */
    DayChart area(String style, long[] cents) {
        lines.add(new Line(style, cents, true));
        return this;
    }

    /** Marks the days, both included, on which something lasts. */
    DayChart event(LocalDate first, LocalDate last, String name) {
        double left = x(first);
        behind.append(String.format(
                Locale.ROOT,
                "<rect class=\"band\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\"/>",
                left,
                x(last) - left,
                HEIGHT));
        return mark(first, name);
    }

    /** Marks a day. */
    DayChart mark(LocalDate day, String name) {
        double x = x(day);
        front.append(String.format(
                Locale.ROOT, "<line class=\"mark\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"0\" y2=\"%2$d\"/>", x, HEIGHT));
        marks.add(new Mark(x, name));
        return this;
    }

    /** Marks days by ticks on the lower edge, in a style; the rows lie one below the other. */
    DayChart ticks(String style, List<LocalDate> when, int row) {
        StringBuilder path = new StringBuilder();
        int top = HEIGHT - 8 - 9 * row;
        when.forEach(day -> path.append(String.format(Locale.ROOT, "M%.1f %dv7", x(day), top)));
        front.append("<path class=\"" + style + "\" d=\"" + path + "\"/>");
        return this;
    }

    /**
     * The whole figure.
     *
     * @param caption says what is drawn
     */
    String html(String caption) {
        long low = 0;
        long high = 1;
        for (Line line : lines) {
            for (long cents : line.cents) {
                low = Math.min(low, cents);
                high = Math.max(high, cents);
            }
        }
        Scale scale = new Scale(low, high + (high - low) / 20);
        StringBuilder svg = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        names(labels);
        grid(scale, svg, labels);
        months(labels);
        lines.forEach(line -> draw(line, scale, svg));
        return "<figure><figcaption>" + Markup.text(caption) + "</figcaption>\n<div class=\"canvas\" role=\"img\""
                + " style=\"--rows:" + marks.size() + "\" aria-label=\"" + Markup.text(caption)
                + "\"><svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\">" + behind + svg + front + "</svg>" + labels + "</div></figure>\n";
    }

    private record Scale(long low, long high) {

        double y(long cents) {
            return HEIGHT * (double) (high - cents) / (high - low);
        }

        /** A round number of cents of which a few reach from the lowest to the highest amount. */
        long step() {
            long step = 100;
            for (int i = 0; (high - low) / step > GRID_LINES; i++) {
                step = i % 3 == 1 ? step / 2 * 5 : step * 2;
            }
            return step;
        }
    }

    private static void grid(Scale scale, StringBuilder svg, StringBuilder labels) {
        long step = scale.step();
        for (long cents = -Math.floorDiv(-scale.low, step) * step; cents <= scale.high; cents += step) {
            double y = scale.y(cents);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"0\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\"/>",
                    cents == 0 ? "zero" : "grid",
                    WIDTH,
                    y));
            labels.append(String.format(
                    Locale.ROOT,
                    "<span class=\"y\" style=\"top:%.2f%%\">%s</span>",
                    100 * y / HEIGHT,
                    Money.rounded(cents)));
        }
    }

    /** Above the drawing, a row each, so that none covers another or a line. */
    private void names(StringBuilder labels) {
        for (int row = 0; row < marks.size(); row++) {
            Mark mark = marks.get(row);
            boolean leftwards = mark.x > WIDTH / 2.0;
            double share = percent(leftwards ? WIDTH - mark.x : mark.x);
            labels.append(String.format(
                    Locale.ROOT,
                    "<span class=\"event%s\" style=\"%s:%.2f%%;max-width:%.2f%%;--row:%d\">%s</span>",
                    leftwards ? " leftwards" : "",
                    leftwards ? "right" : "left",
                    share,
                    100 - share,
                    marks.size() - row,
                    Markup.text(mark.name)));
        }
    }

    private void months(StringBuilder labels) {
        LocalDate last = from.plusDays(days - 1L);
        LocalDate first = from.withDayOfMonth(1);
        long step = Math.max(1, Math.round((double) ChronoUnit.MONTHS.between(first, last) / MONTHS_WRITTEN));
        int year = 0;
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(step)) {
            if (!month.isBefore(from)) {
                String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                labels.append(String.format(
                        Locale.ROOT,
                        "<span class=\"x\" style=\"left:%.2f%%\">%s</span>",
                        percent(x(month)),
                        month.getYear() == year ? name : name + " " + month.getYear()));
                year = month.getYear();
            }
        }
    }

    private void draw(Line line, Scale scale, StringBuilder svg) {
        StringBuilder path = new StringBuilder();
        for (int day = 0; day < line.cents.length; day++) {
            path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", day == 0 ? "M" : "L", x(day), scale.y(line.cents[day])));
        }
        if (line.filled) {
            path.append(String.format(Locale.ROOT, "L%d %.1fL0 %2$.1fZ", WIDTH, scale.y(0)));
        }
        svg.append("<path class=\"" + (line.filled ? "area " : "curve ") + line.style + "\" d=\"" + path + "\"/>");
    }

    private double x(LocalDate day) {
        return x((int) ChronoUnit.DAYS.between(from, day));
    }

    private double x(int day) {
        return days == 1 ? 0 : WIDTH * (double) Math.max(0, Math.min(days - 1, day)) / (days - 1);
    }

    private static double percent(double x) {
        return 100 * x / WIDTH;
    }
}
