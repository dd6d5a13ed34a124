package dev.spendsense.rules.definitions;

import dev.spendsense.text.NearestName;
import java.io.StringReader;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One field of a YAML text, with the place it stands at. What does not fit is reported and read as something empty. */
final class YamlField {

    private static final int LARGEST_FILE = 4_000_000;

    private final String file;
    private final String path;
    private final Node key;
    private final Node node;
    private final List<RuleFault> faults;

    private YamlField(String file, String path, Node key, Node node, List<RuleFault> faults) {
        this.file = file;
        this.path = path;
        this.key = key;
        this.node = node;
        this.faults = faults;
    }

    /** The document as a field; an empty one when the text is no YAML. */
    static YamlField document(String file, String text, List<RuleFault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LARGEST_FILE);
        Node root = null;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                faults.add(new RuleFault(
                        file, 0, 0, "", FaultKind.UNREADABLE_FILE, "the file is missing or empty", "write it"));
            }
        } catch (MarkedYAMLException e) {
            faults.add(YamlMistake.in(file, text, e));
        } catch (RuntimeException e) {
            String problem = "the file cannot be read as YAML";
            faults.add(new RuleFault(file, 0, 0, "", FaultKind.BAD_YAML, problem, "remove what is no plain text"));
        }
        return new YamlField(file, "", root, root, faults);
    }

    boolean exists() {
        return node != null;
    }

    /** The fields of a block, in the order of the file; none when there is nothing. */
    Map<String, YamlField> fields() {
        Map<String, YamlField> fields = new LinkedHashMap<>();
        if (node == null) {
            return fields;
        }
        if (!(node instanceof MappingNode mapping)) {
            report(FaultKind.WRONG_SHAPE, "is no block of fields", "indent name: value lines below it");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String inner = path.isEmpty() ? key : path + "." + key;
            YamlField field = new YamlField(file, inner, tuple.getKeyNode(), tuple.getValueNode(), faults);
            if (fields.put(key, field) != null) {
                field.reportKey(FaultKind.DUPLICATE_NAME, "is given twice", "keep one of them");
            }
        }
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
            if (node instanceof MappingNode) {
                report(FaultKind.MISSING_FIELD, "has no " + key, "add " + key + ": ...");
            }
            fields.put(key, new YamlField(file, path + "." + key, null, null, faults));
        }
        return fields;
    }

    List<YamlField> items() {
        List<YamlField> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlField(file, path, item, item, faults));
            }
        } else if (node != null) {
            report(FaultKind.WRONG_SHAPE, "is no list", "write [one, two]");
        }
        return items;
    }

    /** The text on one line, empty when there is none. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        if (node != null) {
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
        if (node instanceof ScalarNode) {
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
        if (node instanceof ScalarNode && !known.isEmpty() && !known.contains(text)) {
            String remedy = remedies.getOrDefault(text.toLowerCase(Locale.ROOT), nearest(text, known));
            report(kind, "is " + (text.isEmpty() ? "empty" : text), remedy);
        }
        return text;
    }

    int line() {
        return node == null ? 0 : node.getStartMark().getLine() + 1;
    }

    void report(FaultKind kind, String problem, String remedy) {
        report(node, kind, problem, remedy);
    }

    /** The same where the name of the field is at fault, not its value. */
    void reportKey(FaultKind kind, String problem, String remedy) {
        report(key, kind, problem, remedy);
    }

    private void report(Node place, FaultKind kind, String problem, String remedy) {
        int line = place == null ? 0 : place.getStartMark().getLine() + 1;
        int column = place == null ? 0 : place.getStartMark().getColumn() + 1;
        String subject = path.isEmpty() ? "the file" : path;
        faults.add(new RuleFault(file, line, column, "", kind, subject + " " + problem, remedy));
    }

    /** What to do about an unknown name. */
    static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("known are "
                        + String.join(", ", known.stream().limit(20).toList()));
    }
}
