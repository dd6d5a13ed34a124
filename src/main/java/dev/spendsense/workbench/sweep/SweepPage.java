package dev.spendsense.workbench.sweep;

import java.util.Locale;

/** A sweep as one page without anything from elsewhere: macro-F1 against the value, the plateau, and the shipped value. */
public final class SweepPage {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 60;

    private final Sweep sweep;
    private final double left;
    private final double right;
    private final double worst;
    private final double best;

    private SweepPage(Sweep sweep) {
        this.sweep = sweep;
        this.left = sweep.steps().get(0).value();
        this.right = sweep.steps().get(sweep.steps().size() - 1).value();
        this.best = sweep.plateau().best();
        double lowest = sweep.steps().stream().mapToDouble(Step::macroF1).min().orElse(0);
        this.worst = Math.min(lowest, best - 2 * sweep.plateau().within());
    }

    /**
     * The page.
     *
     * @param population who was judged, in words
     */
    public static String of(String population, Sweep sweep) {
        return new SweepPage(sweep).html(population);
    }

    private String html(String population) {
        String name = text(sweep.parameter());
        StringBuilder rows = new StringBuilder();
        for (Step step : sweep.steps()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr%s><td>%s</td><td>%d</td><td>%.4f</td></tr>%n",
                    step.shipped() ? " class=\"shipped\"" : "",
                    step.value(),
                    step.affected(),
                    step.macroF1()));
        }
        return "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>" + name + "</title>\n<style>"
                + "body{font:16px sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
                + "svg{width:100%}svg text{font-size:13px;fill:currentColor}.curve{fill:none;stroke:#2a6fdb;stroke-width:2}"
                + ".plateau{fill:#2a6fdb33}.mark{stroke:currentColor;stroke-dasharray:4}.shipped{font-weight:bold}"
                + "td,th{padding:.1rem .8rem;text-align:right}</style>\n<h1>" + name + "</h1>\n<p>"
                + text(population) + "</p>\n" + chart()
                + "<table><tr><th>" + text(sweep.unit()) + "</th><th>affected</th><th>macro-F1</th></tr>\n" + rows
                + "</table></html>\n";
    }

    private String chart() {
        StringBuilder path = new StringBuilder();
        for (Step step : sweep.steps()) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(step.value()), y(step.macroF1())));
        }
        Plateau plateau = sweep.plateau();
        double from = x(plateau.from());
        return "<svg role=\"img\" aria-label=\"macro-F1 against the value\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\">"
                + String.format(
                        Locale.ROOT,
                        "<rect class=\"plateau\" x=\"%.1f\" y=\"20\" width=\"%.1f\" height=\"%d\"/>",
                        from,
                        Math.max(2, x(plateau.to()) - from),
                        HEIGHT - MARGIN)
                + String.format(
                        Locale.ROOT,
                        "<line class=\"mark\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"20\" y2=\"%2$d\"/>",
                        x(sweep.shipped()),
                        HEIGHT - MARGIN + 20)
                + "<path class=\"curve\" d=\"" + path + "\"/>"
                + label(0, y(best), String.format(Locale.ROOT, "%.4f", best))
                + label(0, y(worst), String.format(Locale.ROOT, "%.4f", worst))
                + label(x(left), HEIGHT - 5, String.valueOf(left))
                + label(x(right) - 20, HEIGHT - 5, String.valueOf(right))
                + label(x(sweep.shipped()), 14, "rules: " + sweep.shipped())
                + "</svg>\n";
    }

    private static String label(double x, double y, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, words);
    }

    private double x(double value) {
        return MARGIN + (WIDTH - 2 * MARGIN) * (value - left) / (right - left);
    }

    private double y(double macroF1) {
        return 20 + (HEIGHT - MARGIN) * (best - macroF1) / (best - worst);
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
