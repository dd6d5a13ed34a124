package dev.spendsense.findings;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A fact of the customer's own that a rationale quotes.
 *
 * @param name the placeholder it fills
 * @param text as it stands in the sentence
 * @param value the figure; NaN for a name
 * @param unit what the figure counts; empty for a name
 * @param origin formula that gives the figure from its sources, or what kind of name it is
 * @param sources the transactions behind it
 */
public record Binding(
        String name, String text, double value, Optional<Unit> unit, String origin, List<Source> sources) {

    public static Binding of(String name, Measure measure) {
        return new Binding(
                name,
                measure.text(),
                measure.value(),
                Optional.of(measure.unit()),
                measure.formula(),
                measure.sources());
    }

    /** A name such as that of a card or a merchant. */
    public static Binding of(String name, String text, String origin) {
        return new Binding(name, text, Double.NaN, Optional.empty(), origin, List.of());
    }
}
