package dev.spendsense.rules.definitions;

import dev.spendsense.bank.measure.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbers of {@code parameters.yaml} by name. */
public final class Parameters {

    /** The file within a rule folder. */
    public static final String FILE = "parameters.yaml";

    /** What people call units elsewhere. */
    private static final Map<String, String> OTHER_UNITS = Map.of(
            "percent", "write share, and the value as a fraction of 1: 0.3 for 30%",
            "%", "write share, and the value as a fraction of 1: 0.3 for 30%",
            "ratio", "write share",
            "fraction", "write share",
            "dollars", "write usd",
            "$", "write usd",
            "number", "write count",
            "boolean", "write flag, with 1 for yes and 0 for no",
            "years", "write months or days");

    /** Twice the whole is still said of spending over income; far beyond, a percentage was meant. */
    private static final double LARGEST_SHARE = 2;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]{0,79}");

    private final Map<String, Parameter> byName;
    private final Map<String, Double> values = new HashMap<>();
    private final Set<String> doubtful;

    private Parameters(Map<String, Parameter> byName, Set<String> doubtful) {
        this.doubtful = doubtful;
        this.byName = Collections.unmodifiableMap(byName);
        // the names in compiled rules are interned, so that most often one look tells that they are the same
        byName.forEach((name, parameter) -> values.put(name.intern(), parameter.value()));
    }

    /** Reads the text of the file; what is wrong is added to the faults. */
    public static Parameters read(String text, List<RuleFault> faults) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        Set<String> doubtful = new HashSet<>();
        List<String> units = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            units.add(unit.label());
        }
        YamlField.document(FILE, text, faults).fields().forEach((name, field) -> {
            int before = faults.size();
            if (!NAME.matcher(name).matches()) {
                field.reportKey(FaultKind.BAD_NAME, "is no name", "use small letters, digits, dots and underscores");
            }
            Map<String, YamlField> parts = field.fields(List.of("value", "unit", "meaning", "source"), List.of());
            String unit = parts.get("unit").oneOf(FaultKind.UNKNOWN_UNIT, units, OTHER_UNITS);
            double value = parts.get("value").number();
            Unit.labelled(unit).ifPresent(known -> checkRange(parts.get("value"), value, known));
            byName.put(
                    name,
                    new Parameter(
                            name,
                            value,
                            Unit.labelled(unit).orElse(Unit.COUNT),
                            parts.get("meaning").text(),
                            parts.get("source").text()));
            if (faults.size() > before) {
                doubtful.add(name);
            }
        });
        return new Parameters(byName, doubtful);
    }

    private static void checkRange(YamlField field, double value, Unit unit) {
        Range range = Range.of(unit);
        boolean fraction = unit == Unit.SHARE || unit == Unit.SHARE_PER_MONTH || unit == Unit.PROBABILITY;
        if (fraction && Math.abs(value) > range.high().orElseThrow()) {
            field.report(
                    FaultKind.PERCENT_FOR_FRACTION,
                    "is " + plain(value) + ", but a " + unit.label() + " is a fraction of 1",
                    "write " + plain(value / 100) + " for " + plain(value) + "%");
        } else if (!range.contains(value)) {
            field.report(
                    FaultKind.OUT_OF_RANGE,
                    "is " + plain(value),
                    switch (unit) {
                        case PROBABILITY -> "a probability lies between 0 and 1";
                        case FLAG -> "a flag is 1 for yes or 0 for no";
                        default -> "write how many " + unit.label() + ", 0 or more";
                    });
        } else if (unit == Unit.FLAG && value != Math.rint(value)) {
            field.report(FaultKind.OUT_OF_RANGE, "is " + plain(value), "a flag is 1 for yes or 0 for no");
        }
    }

    /** What a value of a unit may be; where there is no bound, it is empty. */
    public record Range(OptionalDouble low, OptionalDouble high) {

        public static Range of(Unit unit) {
            return switch (unit) {
                case SHARE -> between(-LARGEST_SHARE, LARGEST_SHARE);
                case SHARE_PER_MONTH -> between(-1, 1);
                case PROBABILITY, FLAG -> between(0, 1);
                case DAYS, MONTHS -> new Range(OptionalDouble.of(0), OptionalDouble.empty());
                case USD, COUNT, LOG_ODDS -> new Range(OptionalDouble.empty(), OptionalDouble.empty());
            };
        }

        private static Range between(double low, double high) {
            return new Range(OptionalDouble.of(low), OptionalDouble.of(high));
        }

        /** Whether a value lies within, bounds included. */
        public boolean contains(double value) {
            return value >= low.orElse(value) && value <= high.orElse(value);
        }
    }

    /** Why another value may not stand in the file for a parameter; empty when it may. */
    public static Optional<String> refusal(Parameter parameter, double value) {
        List<RuleFault> faults = new ArrayList<>();
        String unit = parameter.unit().label();
        read(
                parameter.name() + ": {value: " + plain(value) + ", unit: " + unit + ", meaning: any, source: any}",
                faults);
        return faults.stream().findFirst().map(fault -> fault.problem() + "; " + fault.remedy());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
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

    /** Whether there is a parameter of the name, with nothing wrong about it. */
    public boolean isSound(String name) {
        return has(name) && !doubtful.contains(name);
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
        return new Parameters(changed, doubtful);
    }
}
