package dev.spendsense.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Collects what is wrong while reading goes on. A fault that shows in several profiles is kept once, and beyond a
 * thousand none is kept: nobody reads on, and a hostile file must not fill the memory.
 */
public final class Faults implements Slips {

    private static final int MOST = 1_000;
    private static final int LONGEST_VALUE = 80;
    private static final Comparator<Fault> AS_ONE_READS =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparingInt(Fault::column);

    private final UnaryOperator<String> shown;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private int reports;

    /** @param shown what a file is called in a message, by its path as its places name it */
    public Faults(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    public void add(Yaml.Place place, String value, String expected) {
        reports++;
        if (faults.size() == MOST) {
            return;
        }
        String file = place.isOverride() ? place.file() : shown.apply(place.file());
        faults.add(new Fault(
                printable(file), place.line(), place.column(), printable(place.path()), printable(value), expected));
    }

    @Override
    public void nothing(Yaml.Place text) {
        add(text, "nothing in it", "a YAML document");
    }

    @Override
    public void broken(Yaml.Place text, YamlMistake mistake) {
        Yaml.Place place =
                text.isOverride() ? text : new Yaml.Place(text.file(), mistake.line(), mistake.column(), text.path());
        add(place, mistake.problem(), "well-formed YAML");
    }

    @Override
    public void twice(Yaml.Place field) {
        add(field, "given twice", "each key once");
    }

    @Override
    public void refused(Yaml.Place place, String value, String expected) {
        add(place, value, expected);
    }

    /** How often something was reported so far, repetitions included. */
    public int reports() {
        return reports;
    }

    /** What was found so far, by file, line and column. */
    public List<Fault> all() {
        return faults.stream().sorted(AS_ONE_READS).toList();
    }

    /** On one line and short: what a file holds must not be able to rearrange a terminal. */
    private static String printable(String text) {
        String line = text.codePoints()
                .limit(LONGEST_VALUE + 1L)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > LONGEST_VALUE
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) + "..."
                : line;
    }
}
