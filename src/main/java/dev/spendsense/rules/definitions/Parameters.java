package dev.spendsense.rules.definitions;

import dev.spendsense.bank.measure.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The numbers of {@code parameters.yaml} by name. */
public final class Parameters {

    /** The file within a rule folder. */
    public static final String FILE = "parameters.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]{0,79}");

    private final Map<String, Parameter> byName;
    private final Map<String, Double> values = new HashMap<>();

    private Parameters(Map<String, Parameter> byName) {
        this.byName = Collections.unmodifiableMap(byName);
        byName.forEach((name, parameter) -> values.put(name, parameter.value()));
    }

    /** Reads the text of the file; what is wrong is added to the faults. */
    public static Parameters read(String text, List<RuleFault> faults) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        List<String> units = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            units.add(unit.label());
        }
        YamlField.document(FILE, text, faults).fields().forEach((name, field) -> {
            if (!NAME.matcher(name).matches()) {
                field.report("is no name", "use small letters, digits, dots and underscores");
            }
            Map<String, YamlField> parts = field.fields(List.of("value", "unit", "meaning", "source"), List.of());
            String unit = parts.get("unit").oneOf(units);
            byName.put(
                    name,
                    new Parameter(
                            name,
                            parts.get("value").number(),
                            Unit.labelled(unit).orElse(Unit.COUNT),
                            parts.get("meaning").text(),
                            parts.get("source").text()));
        });
        return new Parameters(byName);
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalArgumentException when there is none of the name; rules are checked for that before they run
     */
    public double value(String name) {
        Double value = values.get(name);
        return value == null ? get(name).value() : value;
    }

    public Parameter get(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    "no parameter is called " + name + "; " + YamlField.nearest(name, byName.keySet()));
        }
        return parameter;
    }

    /**
     * Which way a value leans between two parameters: -1 at the first and before it, 1 at the second and beyond, and on
     * the straight line in between. The first may be the larger one.
     */
    public double lean(double value, String from, String to) {
        double low = value(from);
        double share = (value - low) / (value(to) - low);
        return Math.max(-1, Math.min(1, 2 * share - 1));
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Collection<Parameter> all() {
        return byName.values();
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    /** The same with other values for some of them, as a sweep or a test asks for. */
    public Parameters with(Map<String, Double> values) {
        Map<String, Parameter> changed = new LinkedHashMap<>(byName);
        values.forEach((name, value) -> {
            Parameter old = get(name);
            changed.put(name, new Parameter(name, value, old.unit(), old.meaning(), old.source()));
        });
        return new Parameters(changed);
    }
}
