package dev.spendsense.report.html;

import dev.spendsense.report.accuracy.PersonaScore;
import dev.spendsense.report.figures.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Precision, recall and F1 of each persona, in their intervals. */
final class ScoreChart {

    private final List<PersonaScore> scores;
    private final Titles titles;

    ScoreChart(List<PersonaScore> scores, Titles titles) {
        this.scores = scores;
        this.titles = titles;
    }

    Element element() {
        Axis axis = Axis.ofShares(scores.stream()
                .flatMap(one -> Stream.of(one.precision().share(), one.recall().share(), one.f1()))
                .flatMap(Optional::stream)
                .mapToDouble(Estimate::low));
        Element marks = Element.of("tr", Element.of("th", "Persona").with("scope", "col"));
        for (String name : List.of("Precision", "Recall", "F1")) {
            marks.add(Element.of("th", name, Track.axis(axis, Numerals::mark)).with("scope", "col"));
        }
        Element body = Element.of("tbody");
        for (String name :
                titles.inOrder(scores.stream().map(PersonaScore::persona).toList())) {
            scores.stream().filter(one -> one.persona().equals(name)).forEach(one -> body.add(row(one, axis)));
        }
        return Element.styled("table", "scores", Element.of("thead", marks), body);
    }

    private Element row(PersonaScore score, Axis axis) {
        return Element.of(
                "tr",
                Element.of("th", titles.of(score.persona())).with("scope", "row"),
                cell("Precision", score.precision().share(), Numerals.of(score.precision()), axis),
                cell("Recall", score.recall().share(), Numerals.of(score.recall()), axis),
                cell("F1", score.f1(), "", axis));
    }

    private static Element cell(String name, Optional<Estimate> share, String of, Axis axis) {
        Track track =
                new Track(axis, name + " " + Numerals.figure(share) + ", interval " + Numerals.interval(share)).grid();
        share.ifPresent(known -> track.estimate(known, "accent"));
        return Element.of(
                "td",
                Element.styled("span", "key", name),
                Element.styled("span", "along", track.element()),
                Element.styled(
                        "span",
                        "figures",
                        Element.of("b", Numerals.figure(share)),
                        " ",
                        Element.styled("small", "note", of.isEmpty() ? Numerals.interval(share) : of)));
    }
}
