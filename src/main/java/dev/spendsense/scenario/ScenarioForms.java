package dev.spendsense.scenario;

import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Items;
import java.util.Optional;
import java.util.regex.Pattern;

/** Forms of fields that only scenarios have. */
final class ScenarioForms {

    private static final Pattern AGES = Pattern.compile("([1-9][0-9]{0,2})-([1-9][0-9]{0,2})");

    private ScenarioForms() {}

    /** Two numbers of a form, the smaller one first. */
    static Form<Range> range(Form<? extends Number> bound) {
        String expected = "[low, high], low first, each " + bound.expected().apply(null);
        double fallback = bound.fallback().doubleValue();
        return Form.of(
                expected,
                new Range(fallback, fallback),
                yaml -> yaml instanceof Items pair && pair.items().size() == 2
                        ? bound.parse()
                                .apply(pair.items().get(0))
                                .flatMap(low -> bound.parse()
                                        .apply(pair.items().get(1))
                                        .filter(high -> low.doubleValue() <= high.doubleValue())
                                        .map(high -> new Range(low.doubleValue(), high.doubleValue())))
                        : Optional.empty());
    }

    /** A range, or {@code [0, 0]} for nothing at all. */
    static Form<Range> noneOr(Form<Range> range) {
        Range none = new Range(0, 0);
        Form<Range> zeros = range(Form.number(0, 0));
        return Form.of(
                "[0, 0] for none, or " + range.expected().apply(null),
                none,
                yaml -> range.parse().apply(yaml).or(() -> zeros.parse().apply(yaml)));
    }

    /** A whole number, or two of them as a range. */
    static Form<Range> tally() {
        return oneOrRange(Form.wholeNumber(0, 1_000_000_000_000L));
    }

    /** A number of a form, or two of them as a range. */
    static Form<Range> oneOrRange(Form<? extends Number> bound) {
        Form<Range> range = range(bound);
        return Form.of(
                bound.expected().apply(null) + ", or [low, high] of such, low first",
                range.fallback(),
                yaml -> range.parse()
                        .apply(yaml)
                        .or(() -> bound.parse()
                                .apply(yaml)
                                .map(number -> new Range(number.doubleValue(), number.doubleValue()))));
    }

    /** A share or a range of them, which falls back to 1, so that nothing more is asked of a profile after a fault. */
    static Form<Range> intensity() {
        Form<Range> shares = oneOrRange(Form.share());
        return new Form<>(shares.parse(), shares.expected(), Profile.TEXTBOOK);
    }

    static Form<People.AgeBand> ageBand() {
        return Form.of(
                "two ages from 18 to 120 such as 25-34, the lower first",
                new People.AgeBand(18, 18),
                yaml -> Form.scalar(yaml)
                        .map(AGES::matcher)
                        .filter(ages -> ages.matches())
                        .map(ages ->
                                new People.AgeBand(Integer.parseInt(ages.group(1)), Integer.parseInt(ages.group(2))))
                        .filter(band -> band.from() >= 18 && band.from() <= band.to() && band.to() <= 120));
    }
}
