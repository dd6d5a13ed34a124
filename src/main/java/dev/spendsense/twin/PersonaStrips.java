package dev.spendsense.twin;

import static java.util.stream.Collectors.toCollection;

import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.simulation.Life;
import dev.spendsense.text.Markup;
import dev.spendsense.truth.Episode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which personas both lives have from look to look, a pair of strips a persona: fuller the surer, half as high where it is
 * not the foremost. A thin line below a strip says when it is true.
 */
final class PersonaStrips {

    private static final int WIDTH = 1000;
    private static final double STRIP = 34;
    private static final double TRUTH = 8;
    private static final double BETWEEN = 58;
    private static final double FAINTEST = 0.2;

    private final Twins twins;
    private final LocalDate from;
    private final int days;

    PersonaStrips(Twins twins) {
        this.twins = twins;
        this.from = twins.balances().original().from();
        this.days = twins.balances().original().days();
    }

    /** @param titles what people call a persona */
    String html(UnaryOperator<String> titles) {
        StringBuilder html = new StringBuilder();
        for (String persona : personas()) {
            html.append("<figure><figcaption>" + Markup.text(titles.apply(persona))
                    + "</figcaption>\n<div class=\"canvas strip\"><svg viewBox=\"0 0 " + WIDTH
                    + " 100\" preserveAspectRatio=\"none\">");
            strip(persona, "original", 0, html);
            strip(persona, "twin", BETWEEN, html);
            html.append("</svg><span class=\"life original\" style=\"top:6%\">original</span>"
                    + "<span class=\"life twin\" style=\"top:64%\">twin</span></div></figure>\n");
        }
        return html.toString();
    }

    /** Those that either life is found to have at any look, or that are true of it, in the order of their coming up. */
    private Set<String> personas() {
        Stream<String> found = twins.looks().all().stream()
                .flatMap(look ->
                        Stream.of(look.findings().original(), look.findings().twin()))
                .flatMap(findings -> findings.personas().stream())
                .map(PersonaAssignment::persona);
        Stream<String> planted = Stream.of(
                        twins.lives().original(), twins.lives().twin())
                .flatMap(life -> life.truth().episodes().stream())
                .map(Episode::profile);
        return Stream.concat(planted, found).collect(toCollection(LinkedHashSet::new));
    }

    private void strip(String persona, String life, double top, StringBuilder svg) {
        boolean original = life.equals("original");
        List<Look> looks = twins.looks().all();
        svg.append("<g class=\"" + life + "\">");
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            double left = x(i == 0 ? look.asOf() : looks.get(i - 1).asOf());
            double width = x(look.asOf()) - left;
            (original ? look.findings().original() : look.findings().twin())
                    .persona(persona)
                    .ifPresent(it -> {
                        double height = it.rank() == 1 ? STRIP : STRIP / 2;
                        rect(left, top + STRIP - height, width, height, it.confidence(), svg);
                    });
        }
        Life lived = original ? twins.lives().original() : twins.lives().twin();
        lived.truth().episodes().stream()
                .filter(it -> it.profile().equals(persona))
                .forEach(it -> rect(x(it.from()), top + STRIP, x(it.to()) - x(it.from()), TRUTH, 1, svg));
        svg.append("</g>");
    }

    private static void rect(double x, double y, double width, double height, double share, StringBuilder svg) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.0f\" width=\"%.1f\" height=\"%.0f\" fill-opacity=\"%.2f\"/>",
                x,
                y,
                width,
                height,
                FAINTEST + (1 - FAINTEST) * share));
    }

    private double x(LocalDate day) {
        return days == 1 ? 0 : WIDTH * (double) ChronoUnit.DAYS.between(from, day) / (days - 1);
    }
}
