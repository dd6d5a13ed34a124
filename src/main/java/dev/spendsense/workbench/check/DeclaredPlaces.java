package dev.spendsense.workbench.check;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Where the names in a declaration stand. */
final class DeclaredPlaces {

    /**
     * A place in a file.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    private static final Place UNKNOWN = new Place(0, 0);

    private final Map<String, Place> byPath = new HashMap<>();

    DeclaredPlaces(String text) {
        try {
            add("", new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
        } catch (YAMLException e) {
            byPath.clear(); // told by those who read it
        }
    }

    private void add(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String inner = path + "/" + key.getValue();
                    byPath.put(
                            inner,
                            new Place(
                                    key.getStartMark().getLine() + 1,
                                    key.getStartMark().getColumn() + 1));
                    add(inner, tuple.getValueNode());
                }
            }
        }
    }

    /** The place of a name below others. */
    Place of(String... path) {
        return byPath.getOrDefault("/" + String.join("/", path), UNKNOWN);
    }
}
