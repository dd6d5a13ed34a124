package dev.spendsense.report.html;

import dev.spendsense.report.ReportedDataset;
import dev.spendsense.report.mistakes.Clue;
import dev.spendsense.report.mistakes.Mistake;
import dev.spendsense.report.mistakes.Shortfall;
import dev.spendsense.report.mistakes.TrueProfile;
import java.util.List;
import java.util.stream.DoubleStream;

/** What was wrong with the most confidence: what misled, and what was missing. */
final class MistakeCards {

    private static final int SHOWN = 6;
    private static final String PARAMETER = "weight.";

    private final List<Mistake> mistakes;
    private final List<ReportedDataset> datasets;
    private final Titles titles;
    private final Axis axis;

    MistakeCards(List<Mistake> mistakes, List<ReportedDataset> datasets, Titles titles) {
        this.mistakes = mistakes;
        this.datasets = datasets;
        this.titles = titles;
        this.axis = Axis.fromZero(mistakes.stream().flatMapToDouble(MistakeCards::logOdds));
    }

    private static DoubleStream logOdds(Mistake mistake) {
        return DoubleStream.concat(
                mistake.misled().stream().mapToDouble(Clue::logOdds),
                mistake.truths().stream()
                        .flatMap(truth -> truth.missing().stream())
                        .flatMapToDouble(one -> DoubleStream.of(one.logOdds(), one.usual())));
    }

    Element element() {
        if (mistakes.isEmpty()) {
            return EmptyState.of("There are none.", "Every persona that was assigned is true at its look.");
        }
        Element cards = cards(mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
        if (mistakes.size() <= SHOWN) {
            return cards;
        }
        List<Mistake> others = mistakes.subList(SHOWN, mistakes.size());
        return Element.fragment(
                cards, Element.of("details", Element.of("summary", others.size() + " more"), cards(others)));
    }

    private Element cards(List<Mistake> some) {
        return Element.styled("div", "mistakes")
                .addAll(some.stream().map(this::card).toList());
    }

    private Element card(Mistake mistake) {
        Element card = Element.styled(
                "article",
                "mistake",
                Element.of(
                        "h3",
                        titles.of(mistake.persona()),
                        " ",
                        Element.styled("span", "confidence", Numerals.percent(mistake.confidence()))),
                Element.of("p", "In truth ", truths(mistake), "."),
                Element.styled("p", "note", where(mistake)));
        mistake.heldUntil()
                .ifPresent(day ->
                        card.add(Element.of("p", titles.of(mistake.persona()) + " was true until " + day + ".")));
        card.add(Element.of("h4", "What misled"));
        card.add(
                mistake.misled().isEmpty()
                        ? Element.styled("p", "note", "Nothing: it is assigned when no other persona is likely enough.")
                        : misled(mistake.misled()));
        mistake.truths().stream()
                .filter(truth -> !truth.missing().isEmpty())
                .forEach(truth -> card.add(
                        Element.of("h4", "What " + titles.of(truth.profile()) + " lacked"), missing(truth.missing())));
        return card;
    }

    private Element truths(Mistake mistake) {
        if (mistake.truths().isEmpty()) {
            return Element.fragment("nothing was planted");
        }
        Element words = Element.fragment();
        for (TrueProfile truth : mistake.truths()) {
            if (truth != mistake.truths().get(0)) {
                words.add(" and ");
            }
            words.add(Element.of("strong", titles.of(truth.profile())));
            String confidence = truth.confidence()
                    .map(one -> ", seen at " + Numerals.percent(one))
                    .orElse("");
            String criteria = truth.candidate()
                    .map(met -> met ? "" : ", no criterion met")
                    .orElse("");
            words.add(" (intensity " + Numerals.mark(truth.intensity()) + confidence + criteria
                    + (truth.assigned() ? ", assigned too" : "") + ")");
        }
        return words;
    }

    private String where(Mistake mistake) {
        String dataset = datasets.size() > 1 ? datasets.get(mistake.dataset()).file() + ", " : "";
        return dataset + mistake.userId() + ", look of " + mistake.asOf() + ", rank " + mistake.rank();
    }

    private Element misled(List<Clue> clues) {
        Rows rows = new Rows(axis);
        for (Clue clue : clues) {
            rows.row(
                    clue.because(),
                    "",
                    new Track(axis, "log-odds " + Numerals.signed(clue.logOdds())).bar(0, clue.logOdds(), "bad"),
                    Element.of("b", Numerals.signed(clue.logOdds())));
        }
        return rows.element();
    }

    private Element missing(List<Shortfall> shortfalls) {
        Rows rows = new Rows(axis);
        for (Shortfall one : shortfalls) {
            Track track = new Track(
                            axis,
                            "log-odds " + Numerals.signed(one.logOdds()) + ", usually " + Numerals.signed(one.usual()))
                    .bar(Math.max(0, one.logOdds()), one.usual(), "lacking")
                    .bar(0, one.logOdds(), "accent");
            rows.row(
                    words(one.weight()),
                    "",
                    track,
                    Element.fragment(
                            Element.of("b", Numerals.signed(one.logOdds())),
                            " ",
                            Element.styled("small", "note", "usually " + Numerals.signed(one.usual()))));
        }
        return rows.element();
    }

    private static String words(String parameter) {
        String name = parameter.startsWith(PARAMETER) ? parameter.substring(PARAMETER.length()) : parameter;
        return name.replace('_', ' ');
    }
}
