package dev.spendsense.report.html;

import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.AccuracySection;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;

/** How accuracy fares over all looks, in a sentence. */
final class LooksSentence {

    private final AccuracySection accuracy;

    LooksSentence(AccuracySection accuracy) {
        this.accuracy = accuracy;
    }

    Element element() {
        Accuracy looks = accuracy.overLooks();
        if (looks.looks() <= looks.users()) {
            return Element.styled("p", "note", "Everybody was looked at once.");
        }
        return Element.of(
                "p",
                "Over all " + Numerals.count(looks.looks()) + " looks at " + Numerals.count(looks.users())
                        + " users, whatever had just happened to them: macro-F1 ",
                Element.of("strong", Numerals.figure(looks.macroF1())),
                " (" + Numerals.interval(looks.macroF1()) + "), the planted profile found first at ",
                Element.of("strong", share(looks.correct())),
                " of the looks, another persona at ",
                Element.of("strong", share(looks.falsePersonas())),
                " of the " + Numerals.count(looks.falsePersonas().cases())
                        + " looks at users in whom nothing was planted.");
    }

    private static String share(Rate rate) {
        return rate.share().map(Estimate::value).map(Numerals::percent).orElse(Numerals.NONE);
    }
}
