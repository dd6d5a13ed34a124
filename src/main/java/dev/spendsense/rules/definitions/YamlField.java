package dev.spendsense.rules.definitions;

import dev.spendsense.text.NearestName;
import dev.spendsense.yaml.Slips;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Items;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.Yaml.Value;
import dev.spendsense.yaml.YamlMistake;
import dev.spendsense.yaml.YamlParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field of a declaration, with what rule folders call its faults. What does not fit is reported and read as something
 * empty.
 */
final class YamlField {

    private final Place key;
    private final Place start;
    private final Yaml value;
    private final List<RuleFault> faults;

    /** @param value null when the field is missing */
    private YamlField(Place key, Place start, Yaml value, List<RuleFault> faults) {
        this.key = key;
        this.start = start;
        this.value = value;
        this.faults = faults;
    }

    /** The document as a field; an empty one when the text is no YAML. */
    static YamlField document(String file, String text, List<RuleFault> faults) {
        Place place = Place.ofFile(file);
        Yaml document = YamlParser.parse(place, text, new Reports(faults)).orElse(null);
        Place start = document == null ? place : document.at();
        return new YamlField(start, start, document, faults);
    }

    boolean exists() {
        return value != null;
    }

    /** The fields of a block, in the order of the file; none when there is nothing. */
    Map<String, YamlField> fields() {
        Map<String, YamlField> fields = new LinkedHashMap<>();
        if (value == null) {
            return fields;
        }
        if (!(value instanceof Block block)) {
            report(FaultKind.WRONG_SHAPE, "is no block of fields", "indent name: value lines below it");
            return fields;
        }
        block.members()
                .forEach((name, member) ->
                        fields.put(name, new YamlField(member.key(), member.start(), member.value(), faults)));
        return fields;
    }

    /** The fields of a block whose keys are fixed; reports others, and required ones that are missing. */
    Map<String, YamlField> fields(List<String> required, List<String> optional) {
        Map<String, YamlField> fields = fields();
        List<String> missing = required.stream()
                .filter(key -> !fields.containsKey(key))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        for (String key : List.copyOf(fields.keySet())) {
            if (!known.contains(key)) {
                YamlField field = fields.get(key);
                field.reportKey(FaultKind.UNKNOWN_DECLARATION_FIELD, "is not known here", nearest(key, known));
                // what was meant is there, under another name
                Optional<String> meant = NearestName.of(key, known).filter(name -> !fields.containsKey(name));
                meant.ifPresent(name -> fields.put(name, field));
                meant.ifPresent(missing::remove);
            }
        }
        for (String key : missing) {
            if (value instanceof Block) {
                report(FaultKind.MISSING_FIELD, "has no " + key, "add " + key + ": ...");
            }
            fields.put(key, missing(key));
        }
        return fields;
    }

    /** A field that is not there is at fault at no line. */
    private YamlField missing(String name) {
        Place nowhere = new Place(start.file(), 0, 0, start.field(name).path());
        return new YamlField(nowhere, nowhere, null, faults);
    }

    List<YamlField> items() {
        List<YamlField> items = new ArrayList<>();
        if (value instanceof Items list) {
            for (Yaml item : list.items()) {
                Place place =
                        new Place(item.at().file(), item.at().line(), item.at().column(), start.path());
                items.add(new YamlField(place, place, item, faults));
            }
        } else if (value != null) {
            report(FaultKind.WRONG_SHAPE, "is no list", "write [one, two]");
        }
        return items;
    }

    /** The text on one line, empty when there is none. */
    String text() {
        if (value instanceof Value scalar) {
            return scalar.text().strip();
        }
        if (value != null) {
            report(FaultKind.WRONG_SHAPE, "is no text", "write a text on one line, or after >");
        }
        return "";
    }

    double number() {
        String text = text();
        try {
            double number = Double.parseDouble(text);
            boolean plain = Character.isDigit(text.charAt(text.length() - 1)) || text.endsWith(".");
            if (Double.isFinite(number) && plain) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as is what only looks like a number
        }
        if (value instanceof Value) {
            report(FaultKind.NOT_A_NUMBER, "is " + (text.isEmpty() ? "empty" : text), numberMeant(text));
        }
        return 0;
    }

    private static String numberMeant(String text) {
        String figures = text.replaceAll("[^0-9.-]", "");
        if (text.endsWith("%") && figures.matches("-?[0-9]+([.][0-9]+)?")) {
            BigDecimal share = new BigDecimal(figures).movePointLeft(2).stripTrailingZeros();
            return "write it as a fraction of 1: " + share.toPlainString();
        }
        return "write a number, with digits and at most one point";
    }

    /** The text, which must be one of those known. Where none is known, their file has a fault of its own. */
    String oneOf(FaultKind kind, Collection<String> known) {
        return oneOf(kind, known, Map.of());
    }

    /** The same, with remedies for words that people know from elsewhere. */
    String oneOf(FaultKind kind, Collection<String> known, Map<String, String> remedies) {
        String text = text();
        if (value instanceof Value && !known.isEmpty() && !known.contains(text)) {
            String remedy = remedies.getOrDefault(text.toLowerCase(Locale.ROOT), nearest(text, known));
            report(kind, "is " + (text.isEmpty() ? "empty" : text), remedy);
        }
        return text;
    }

    void report(FaultKind kind, String problem, String remedy) {
        report(start, kind, problem, remedy, faults);
    }

    /** The same where the name of the field is at fault, not its value. */
    void reportKey(FaultKind kind, String problem, String remedy) {
        report(key, kind, problem, remedy, faults);
    }

    private static void report(Place place, FaultKind kind, String problem, String remedy, List<RuleFault> faults) {
        String subject = place.path().isEmpty() ? "the file" : place.path();
        faults.add(
                new RuleFault(place.file(), place.line(), place.column(), "", kind, subject + " " + problem, remedy));
    }

    /** What to do about an unknown name. */
    static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("known are "
                        + String.join(", ", known.stream().limit(20).toList()));
    }

    /** What is wrong with a text as such, in the words of rule folders. */
    private record Reports(List<RuleFault> faults) implements Slips {

        @Override
        public void nothing(Place text) {
            faults.add(new RuleFault(
                    text.file(), 0, 0, "", FaultKind.UNREADABLE_FILE, "the file is missing or empty", "write it"));
        }

        @Override
        public void broken(Place text, YamlMistake mistake) {
            FaultKind kind = mistake.tab() ? FaultKind.TAB : FaultKind.BAD_YAML;
            faults.add(new RuleFault(
                    text.file(), mistake.line(), mistake.column(), "", kind, mistake.problem(), mistake.remedy()));
        }

        @Override
        public void twice(Place field) {
            report(field, FaultKind.DUPLICATE_NAME, "is given twice", "keep one of them", faults);
        }

        @Override
        public void refused(Place place, String value, String expected) {
            report(place, FaultKind.BAD_YAML, "is " + value, "write " + expected, faults);
        }
    }
}
