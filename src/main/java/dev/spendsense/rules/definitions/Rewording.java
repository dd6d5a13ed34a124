package dev.spendsense.rules.definitions;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Puts other words into a text of {@code content.yaml}, and leaves the rest as it is but for comments and layout. */
final class Rewording {

    private static final List<String> SECTIONS = List.of("education", "offers");

    private final Yaml yaml;
    private final Node document;

    /** @param text one that was read without a fault before */
    Rewording(String text) {
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
        document = yaml.compose(new StringReader(text));
    }

    String with(String code, String title, String body) {
        for (String section : SECTIONS) {
            if (under(document, section) instanceof MappingNode items
                    && under(items, code) instanceof MappingNode item) {
                put(item, "title", title);
                put(item, "body", body);
                StringWriter changed = new StringWriter();
                yaml.serialize(document, changed);
                return changed.toString();
            }
        }
        throw new IllegalArgumentException("no content is called " + code);
    }

    private static Node under(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple field : mapping.getValue()) {
                if (isNamed(field, key)) {
                    return field.getValueNode();
                }
            }
        }
        return null;
    }

    private static void put(MappingNode mapping, String key, String text) {
        mapping.getValue()
                .replaceAll(field -> isNamed(field, key)
                        ? new NodeTuple(
                                field.getKeyNode(),
                                new ScalarNode(Tag.STR, text, null, null, ScalarStyle.DOUBLE_QUOTED))
                        : field);
    }

    private static boolean isNamed(NodeTuple field, String key) {
        return field.getKeyNode() instanceof ScalarNode scalar
                && scalar.getValue().equals(key);
    }
}
