package dev.spendsense.workbench.sweep;

import dev.spendsense.report.accuracy.PersonaScore;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.html.Axis;
import dev.spendsense.report.html.Element;
import dev.spendsense.report.html.Plot;
import dev.spendsense.report.html.Plot.Point;
import dev.spendsense.text.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * A sweep as one page of HTML that needs nothing beside itself: macro-F1, users affected, and precision, recall and F1 of
 * the personas concerned, each against the value, with the plateau and the value that the rules have.
 */
public final class SweepPage {

    private static final String STYLESHEET = "sweep.css";
    private static final int PLANE = 150;
    private static final int BELOW = 36;
    private static final int TICKS_BELOW = 14;

    private final String population;
    private final Sweep sweep;
    private final Axis values;

    private SweepPage(String population, Sweep sweep) {
        this.population = population;
        this.sweep = sweep;
        List<Step> steps = sweep.steps();
        this.values =
                Axis.between(steps.get(0).value(), steps.get(steps.size() - 1).value());
    }

    /**
     * The page.
     *
     * @param population who was judged, in words
     */
    public static String of(String population, Sweep sweep) {
        return new SweepPage(population, sweep).html();
    }

    private String html() {
        Element charts = Element.styled("div", "charts", macroF1(), affected());
        sweep.personas().forEach(persona -> charts.add(persona(persona)));
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + Markup.text(sweep.parameter()) + "</title>\n<style>\n" + css() + "</style>\n</head>\n<body>\n"
                + Element.of("h1", sweep.parameter())
                + Element.styled("p", "quiet", sweep.meaning() + " · " + sweep.unit() + " · " + population)
                + Element.styled("p", "verdict", sweep.plateau().inWords(sweep.shipped()))
                + Element.styled(
                        "p",
                        "legend",
                        Element.styled("span", "plateau", "plateau"),
                        Element.styled("span", "shipped", "the rules as they are"),
                        Element.styled("span", "precision", "precision"),
                        Element.styled("span", "recall", "recall"),
                        Element.styled("span", "f1", "F1"))
                + charts + Element.of("h2", "In figures") + table() + "</body>\n</html>\n";
    }

    private Element macroF1() {
        List<Point> points = points(step -> step.accuracy().macroF1());
        Axis shares =
                Axis.ofShares(points.stream().mapToDouble(point -> point.up().low()));
        return figure(
                "macro-F1, with 95% intervals",
                plot(shares, "macro-F1 against " + sweep.parameter(), SweepPage::share)
                        .band(points, "interval")
                        .curve(points, "f1"));
    }

    private Element affected() {
        List<Point> points = points(step -> Optional.of(exactly(step.affected())));
        Axis users = Axis.fromZero(sweep.steps().stream().mapToDouble(Step::affected));
        return figure(
                "users affected",
                plot(users, "users affected against " + sweep.parameter(), Step::number)
                        .curve(points, "affected"));
    }

    private Element persona(String persona) {
        List<Point> precision =
                points(step -> score(step, persona, one -> one.precision().share()));
        List<Point> recall =
                points(step -> score(step, persona, one -> one.recall().share()));
        List<Point> f1 = points(step -> score(step, persona, PersonaScore::f1));
        List<Point> all = new ArrayList<>(precision);
        all.addAll(recall);
        Axis shares = Axis.ofShares(all.stream().mapToDouble(point -> point.up().value()));
        return figure(
                persona,
                plot(shares, "precision, recall and F1 of " + persona, SweepPage::share)
                        .curve(precision, "precision")
                        .curve(recall, "recall")
                        .curve(f1, "f1"));
    }

    private Plot plot(Axis up, String label, DoubleFunction<String> words) {
        Plateau plateau = sweep.plateau();
        return new Plot(values, up, PLANE, BELOW, label)
                .span(plateau.from(), plateau.to(), "plateau")
                .grid(words)
                .segment(sweep.shipped(), up.low(), sweep.shipped(), up.high(), "shipped")
                .names(sweep.unit(), "", TICKS_BELOW, Step::number);
    }

    private static Element figure(String caption, Plot plot) {
        return Element.of("figure", Element.of("figcaption", caption), plot.element());
    }

    /** Where a figure has no value there is no point. */
    private List<Point> points(Function<Step, Optional<Estimate>> figure) {
        List<Point> points = new ArrayList<>();
        sweep.steps()
                .forEach(step ->
                        figure.apply(step).ifPresent(estimate -> points.add(new Point(step.value(), estimate))));
        return points;
    }

    private static Optional<Estimate> score(
            Step step, String persona, Function<PersonaScore, Optional<Estimate>> figure) {
        return step.of(persona).flatMap(figure);
    }

    private static Estimate exactly(double figure) {
        return new Estimate(figure, figure, figure);
    }

    private Element table() {
        Element head = Element.of("tr", heading("value"), heading("affected"), heading("macro-F1"));
        sweep.personas().forEach(persona -> head.add(heading("F1 of " + persona)));
        Element body = Element.of("tbody");
        for (Step step : sweep.steps()) {
            Element row = step.shipped() ? Element.styled("tr", "shipped") : Element.of("tr");
            row.add(
                    Element.of("th", Step.number(step.value()) + (step.shipped() ? " (the rules)" : ""))
                            .with("scope", "row"),
                    Element.of("td", String.format(Locale.ROOT, "%,d", step.affected())),
                    Element.of("td", interval(step.accuracy().macroF1())));
            sweep.personas()
                    .forEach(persona -> row.add(Element.of("td", interval(score(step, persona, PersonaScore::f1)))));
            body.add(row);
        }
        return Element.styled("div", "wide", Element.of("table", Element.of("thead", head), body));
    }

    private static Element heading(String words) {
        return Element.of("th", words).with("scope", "col");
    }

    private static String interval(Optional<Estimate> estimate) {
        return estimate.map(one -> String.format(Locale.ROOT, "%.4f (%.4f–%.4f)", one.value(), one.low(), one.high()))
                .orElse("–");
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String css() {
        try (InputStream stream = SweepPage.class.getResourceAsStream(STYLESHEET)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
