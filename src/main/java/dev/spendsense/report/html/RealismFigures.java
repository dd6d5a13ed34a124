package dev.spendsense.report.html;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.realism.Comparison;
import dev.spendsense.report.realism.Realism;

/** A population beside real households: each figure, what it is held to, and where that stands. */
final class RealismFigures {

    private static final String[] FIGURES = {"Source", "Target", "Near enough", "Generated", "Error"};

    private final Realism realism;

    RealismFigures(Realism realism) {
        this.realism = realism;
    }

    Element element() {
        if (!realism.declared()) {
            return EmptyState.of(
                    "The scenario is not held to real households.",
                    "One that declares targets under realism:, as us-households.yaml does, is compared with them here.");
        }
        Element head = Element.of("tr", Element.of("th", "Figure").with("scope", "col"));
        for (String name : FIGURES) {
            head.add(Element.styled("th", "number", name).with("scope", "col"));
        }
        head.add(Element.of("th", "Outcome").with("scope", "col"));
        Element body = Element.of("tbody");
        realism.comparisons().forEach(one -> body.add(row(one)));
        Element sources = Element.of("dl");
        for (Comparison one : realism.comparisons()) {
            sources.add(Element.of("dt", one.name()));
            sources.add(Element.of("dd", one.source() + ". " + one.mapping()));
        }
        return Element.fragment(
                Element.styled("div", "scroll", Element.styled("table", "plain", Element.of("thead", head), body)),
                Element.of(
                        "details",
                        Element.of("summary", "Where the figures stand, and what they count against what a bank sees"),
                        sources));
    }

    private static Element row(Comparison one) {
        return Element.of(
                "tr",
                Element.of("th", one.name()).with("scope", "row"),
                number(figure(one, one.published())),
                number(figure(one, one.target())),
                number("± " + figure(one, one.tolerance())),
                number(one.generated().map(known -> generated(one, known)).orElse("nobody to measure")),
                number(one.error().isPresent() ? Numerals.signed(one.error().getAsDouble()) : ""),
                Element.of("td", Verdicts.of(one.passed(), "near enough", "off")));
    }

    private static String generated(Comparison one, Estimate known) {
        return figure(one, known.value()) + " (" + figure(one, known.low()) + "–" + figure(one, known.high()) + ")";
    }

    private static Element number(String text) {
        return Element.styled("td", "number", text);
    }

    private static String figure(Comparison one, double value) {
        return switch (one.unit()) {
            case SHARE -> Numerals.percent(value);
            case COUNT -> Numerals.mark(value);
        };
    }
}
