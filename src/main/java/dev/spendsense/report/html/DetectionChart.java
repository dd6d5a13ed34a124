package dev.spendsense.report.html;

import dev.spendsense.report.detection.PersonaDetection;
import dev.spendsense.report.detection.Timing;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Days that something took, persona by persona, beside what anybody needs who looks through the same windows. */
final class DetectionChart {

    private final List<PersonaDetection> personas;
    private final Titles titles;
    private final Function<PersonaDetection, Timing> timing;
    private final String seen;

    /**
     * @param timing what is drawn
     * @param seen the word for cases in which it happened
     */
    DetectionChart(
            List<PersonaDetection> personas, Titles titles, Function<PersonaDetection, Timing> timing, String seen) {
        this.personas = personas;
        this.titles = titles;
        this.timing = timing;
        this.seen = seen;
    }

    boolean isEmpty() {
        return personas.stream().map(timing).allMatch(one -> one.cases() == 0);
    }

    Element element() {
        Axis axis = Axis.fromZero(personas.stream().map(timing).flatMapToDouble(DetectionChart::figures));
        Rows rows = new Rows(axis).marked(days -> Numerals.mark(days) + " d");
        for (PersonaDetection persona : personas) {
            Timing one = timing.apply(persona);
            if (one.cases() > 0) {
                rows.row(titles.of(persona.persona()), note(one), track(one, axis), words(one));
            }
        }
        return rows.element();
    }

    private static DoubleStream figures(Timing timing) {
        return Stream.of(
                        timing.medianDays(),
                        timing.ninetiethDays(),
                        timing.boundMedianDays(),
                        timing.boundNinetiethDays())
                .flatMapToDouble(java.util.OptionalDouble::stream);
    }

    private static Track track(Timing timing, Axis axis) {
        Track track = new Track(axis, label(timing)).grid();
        double half = timing.medianDays().orElse(axis.high());
        double most = timing.ninetiethDays().orElse(axis.high());
        if (timing.medianDays().isPresent()) {
            track.bar(half, most, "faint").bar(0, half, "accent");
        } else {
            track.bar(0, axis.high(), "faint");
        }
        if (timing.ninetiethDays().isEmpty()) {
            track.arrow(axis.high(), "beyond");
        }
        timing.boundMedianDays().ifPresent(days -> track.diamond(days, "bound"));
        return track;
    }

    private static String label(Timing timing) {
        return "half within " + Numerals.days(timing.medianDays()) + " days, nine in ten within "
                + Numerals.days(timing.ninetiethDays()) + ", bound " + Numerals.days(timing.boundMedianDays());
    }

    private String note(Timing timing) {
        String cut = timing.cutShort() == 0 ? "" : ", " + Numerals.count(timing.cutShort()) + " cut short";
        return Numerals.count(timing.seen()) + " of " + Numerals.count(timing.cases()) + " " + seen + cut;
    }

    private static Element words(Timing timing) {
        Element words = Element.fragment();
        if (timing.medianDays().isPresent()) {
            words.add(Element.of("b", Numerals.days(timing.medianDays()) + " days"));
        } else {
            words.add(Element.of("b", "not half"));
        }
        words.add(
                " ",
                Element.styled(
                        "small",
                        "note",
                        "bound " + Numerals.days(timing.boundMedianDays())
                                + (timing.ratio().isPresent()
                                        ? String.format(
                                                Locale.ROOT,
                                                ", × %.2f",
                                                timing.ratio().getAsDouble())
                                        : "")));
        return words;
    }
}
