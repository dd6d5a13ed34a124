package dev.spendsense.rules.definitions;

import dev.spendsense.text.NearestName;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Node node;
    private final List<RuleFault> faults;

    private YamlField(String file, String path, Node node, List<RuleFault> faults) {
        this.file = file;
        this.path = path;
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
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(new RuleFault(file, line, 0, "", e.getProblem(), "write it as YAML"));
        } catch (RuntimeException e) {
            faults.add(new RuleFault(file, 0, 0, "", "not readable as YAML: " + e.getMessage(), "write it as YAML"));
        }
        return new YamlField(file, "", root, faults);
    }

    /** The fields of a block, in the order of the file; none when there is nothing. */
    Map<String, YamlField> fields() {
        Map<String, YamlField> fields = new LinkedHashMap<>();
        if (node == null) {
            return fields;
        }
        if (!(node instanceof MappingNode mapping)) {
            report("is no block of fields", "indent name: value lines below it");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String inner = path.isEmpty() ? key : path + "." + key;
            YamlField field = new YamlField(file, inner, tuple.getValueNode(), faults);
            if (fields.put(key, field) != null) {
                field.report("is given twice", "keep one of them");
            }
        }
        return fields;
    }

    /** The fields of a block whose keys are fixed; reports others, and required ones that are missing. */
    Map<String, YamlField> fields(List<String> required, List<String> optional) {
        Map<String, YamlField> fields = fields();
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        fields.forEach((key, field) -> {
            if (!known.contains(key)) {
                field.report("is not known here", nearest(key, known));
            }
        });
        for (String key : required) {
            if (!fields.containsKey(key)) {
                report("has no " + key, "add " + key + ": ...");
                fields.put(key, new YamlField(file, path + "." + key, null, faults));
            }
        }
        return fields;
    }

    List<YamlField> items() {
        List<YamlField> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlField(file, path, item, faults));
            }
        } else if (node != null) {
            report("is no list", "write [one, two]");
        }
        return items;
    }

    /** The text on one line, empty when there is none. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        if (node != null) {
            report("is no text", "write a text on one line, or after >");
        }
        return "";
    }

    double number() {
        String text = text();
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, as are infinities
        }
        if (node != null) {
            report("is " + (text.isEmpty() ? "empty" : text), "write a number");
        }
        return 0;
    }

    /** The text, which must be one of those known. */
    String oneOf(Collection<String> known) {
        String text = text();
        if (node != null && !known.contains(text)) {
            report("is " + (text.isEmpty() ? "empty" : text), nearest(text, known));
        }
        return text;
    }

    int line() {
        return node == null ? 0 : node.getStartMark().getLine() + 1;
    }

    void report(String problem, String remedy) {
        int column = node == null ? 0 : node.getStartMark().getColumn() + 1;
        faults.add(new RuleFault(file, line(), column, "", (path.isEmpty() ? "it" : path) + " " + problem, remedy));
    }

    /** What to do about an unknown name. */
    static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("known are "
                        + String.join(", ", known.stream().limit(20).toList()));
    }
}
