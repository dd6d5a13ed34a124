package dev.spendsense.report.html;

import dev.spendsense.report.calibration.Calibration;
import dev.spendsense.report.calibration.CalibrationSection;
import dev.spendsense.report.figures.Estimate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far confidence can be believed: the curves and what they come to. */
final class CalibrationFigures {

    private final CalibrationSection section;
    private final Titles titles;

    CalibrationFigures(CalibrationSection section, Titles titles) {
        this.section = section;
        this.titles = titles;
    }

    Element curves() {
        if (section.atTheEnd().assignments() == 0) {
            return EmptyState.of(
                    "No persona was assigned to anybody.",
                    "Confidence can be held against truth once rules assign one.");
        }
        return Element.styled(
                "div",
                "pair",
                new ReliabilityDiagram(
                                section.atTheEnd(),
                                "The users as they are: "
                                        + Numerals.counted(
                                                section.atTheEnd().assignments(), "assignment", "assignments"))
                        .element(),
                new ReliabilityDiagram(section.secondAtTheEnd(), "The same users, weighted to another mix: " + mix())
                        .element());
    }

    private String mix() {
        return titles.inOrder(section.secondMix().keySet()).stream()
                .map(name -> String.format(
                        Locale.ROOT, "%.0f%% %s", 100 * section.secondMix().get(name), titles.of(name)))
                .collect(Collectors.joining(", "));
    }

    Element figures() {
        Element body = Element.of("tbody");
        body.add(row("Expected calibration error", "smaller is better", Calibration::error));
        body.add(row("Brier score", "smaller is better", Calibration::brier));
        body.add(row("Brier skill", "above 0 beats always saying the share that is right", Calibration::brierSkill));
        body.add(row("AUROC of right against wrong", "0.5 is a coin, 1 is perfect", Calibration::auroc));
        body.add(row("Share that is right", "", Calibration::right));
        Element head = Element.of("tr", Element.of("th", "").with("scope", "col"));
        for (String name : new String[] {"As they are", "Other mix", "As they are, all looks"}) {
            head.add(Element.styled("th", "number", name).with("scope", "col"));
        }
        return Element.styled("div", "scroll", Element.styled("table", "plain", Element.of("thead", head), body));
    }

    private Element row(String name, String note, Function<Calibration, Optional<Estimate>> figure) {
        return Element.of(
                "tr",
                Element.of("th", name, " ", Element.styled("small", "note", note))
                        .with("scope", "row"),
                cell(figure.apply(section.atTheEnd())),
                cell(figure.apply(section.secondAtTheEnd())),
                cell(figure.apply(section.overLooks())));
    }

    private static Element cell(Optional<Estimate> estimate) {
        return Element.styled(
                "td",
                "number",
                Element.of("b", Numerals.figure(estimate)),
                " ",
                Element.styled("small", "note", Numerals.interval(estimate)));
    }
}
