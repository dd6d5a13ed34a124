package dev.spendsense.workbench.impact;

import dev.spendsense.text.NearestName;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that must not happen to a figure: {@code macro_f1 drops 0.01}, {@code false_personas above 5%}.
 *
 * @param figure its name
 * @param direction what must not happen
 * @param amount by how much, or beyond what; a percentage is a fraction of 1 here
 */
public record Condition(String figure, Direction direction, double amount) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*([A-Za-z0-9_.]+)\\s+(drops|rises|above|below)\\s+(?:by\\s+)?(\\d+(?:\\.\\d+)?|\\.\\d+)(%?)\\s*");
    private static final double ROUNDING = 1e-12;

    /** What can happen to a figure. */
    public enum Direction {
        /** It is lower after the change by the amount or more. */
        DROPS,
        /** It is higher after the change by the amount or more. */
        RISES,
        /** It is above the amount after the change. */
        ABOVE,
        /** It is below the amount after the change. */
        BELOW
    }

    /**
     * Reads a condition.
     *
     * @param figures names that are known
     * @throws IllegalArgumentException when it is none; the message says what was expected
     */
    public static Condition parse(String text, Collection<String> figures) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no condition; expected FIGURE drops|rises|above|below NUMBER, as in \"macro_f1 drops 0.01\"");
        }
        String figure = form.group(1);
        if (!figures.contains(figure)) {
            throw new IllegalArgumentException("\"" + text + "\": no figure is called " + figure
                    + NearestName.of(figure, figures)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")
                    + "; known are " + String.join(", ", figures));
        }
        double amount = Double.parseDouble(form.group(3)) / (form.group(4).isEmpty() ? 1 : 100);
        return new Condition(figure, Direction.valueOf(form.group(2).toUpperCase(Locale.ROOT)), amount);
    }

    /**
     * Whether it happens.
     *
     * @return empty when the figure has no value in this population
     */
    public Optional<Boolean> happens(Impact impact) {
        Optional<Figure> found = impact.figures().stream()
                .filter(one -> one.name().equals(figure))
                .findFirst();
        return switch (direction) {
            case DROPS -> found.flatMap(Figure::change).map(change -> -change >= amount - ROUNDING && change < 0);
            case RISES -> found.flatMap(Figure::change).map(change -> change >= amount - ROUNDING && change > 0);
            case ABOVE -> found.flatMap(Figure::after).map(value -> value.value() > amount);
            case BELOW -> found.flatMap(Figure::after).map(value -> value.value() < amount);
        };
    }

    /** As it is written. */
    public String text() {
        return figure + " " + direction.name().toLowerCase(Locale.ROOT) + " " + amount;
    }
}
