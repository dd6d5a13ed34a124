package dev.spendsense.workbench.check;

import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlParser;
import java.util.HashMap;
import java.util.Map;

/** Where the names in a declaration stand. */
final class DeclaredPlaces {

    private static final Place UNKNOWN = Place.ofFile("");

    private final Map<String, Place> byPath = new HashMap<>();

    /** @param text what is wrong with it is told by those who read it */
    DeclaredPlaces(String text) {
        YamlParser.parse(UNKNOWN, text, new Faults(file -> file)).ifPresent(document -> add("", document));
    }

    private void add(String path, Yaml value) {
        if (value instanceof Block block) {
            block.members().forEach((name, member) -> {
                String inner = path + "/" + name;
                byPath.put(inner, member.key());
                add(inner, member.value());
            });
        }
    }

    /** The place of a name below others. */
    Place of(String... path) {
        return byPath.getOrDefault("/" + String.join("/", path), UNKNOWN);
    }
}
