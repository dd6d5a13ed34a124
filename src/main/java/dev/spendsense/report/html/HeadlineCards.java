package dev.spendsense.report.html;

import dev.spendsense.report.Report;
import dev.spendsense.report.Target;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The three figures that say most. */
final class HeadlineCards {

    private final Report report;

    HeadlineCards(Report report) {
        this.report = report;
    }

    Element element() {
        Map<String, Target> targets =
                report.targets().stream().collect(Collectors.toMap(Target::name, Function.identity()));
        long reached = count(Target.Outcome.PASSED);
        long missed = count(Target.Outcome.FAILED);
        long open = count(Target.Outcome.NOT_MEASURED);
        return Element.fragment(
                Element.styled(
                        "div",
                        "cards",
                        card(
                                targets.get("macro_f1"),
                                "mean F1 over the personas, "
                                        + Numerals.counted(
                                                report.accuracy().atTheEnd().users(), "user", "users")),
                        card(
                                targets.get("balanced_false_positive_rate"),
                                Numerals.of(report.accuracy().atTheEnd().falsePersonas())
                                        + " in whom nothing is planted"),
                        card(
                                targets.get("expected_calibration_error"),
                                "between confidence and truth, "
                                        + Numerals.counted(
                                                report.calibration().atTheEnd().assignments(),
                                                "assignment",
                                                "assignments"))),
                Element.styled(
                        "p",
                        "sum",
                        Element.of("strong", reached + " of " + report.targets().size() + " targets"),
                        " are reached, " + missed + " missed, " + open + " not measured."));
    }

    private long count(Target.Outcome outcome) {
        return report.targets().stream()
                .filter(target -> target.outcome() == outcome)
                .count();
    }

    private static Element card(Target target, String note) {
        return Element.styled(
                "div",
                "card " + Verdicts.style(target.outcome()),
                Element.of("h3", target.title()),
                Element.styled("p", "big", TargetTrack.value(target)),
                new TargetTrack(target).element(),
                Element.styled(
                        "p",
                        "note",
                        target.interval()
                                .map(one -> "95% interval " + Numerals.interval(one))
                                .orElse(target.reason())),
                Element.of("p", Verdicts.of(target), ": ought to be " + TargetTrack.aim(target)),
                Element.styled("p", "note", note));
    }
}
