package dev.spendsense.yaml;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a YAML text that remembers where it stands. Nothing is interpreted yet: scalars are texts. */
public sealed interface Yaml {

    Place at();

    /** What stands there, on one line, for a person. */
    String brief();

    /**
     * A spot in a file or in an override.
     *
     * @param file path relative to the scenario's folder, or {@code --set path=value}
     * @param line from 1, 0 for a file as a whole and for overrides
     * @param column from 1, 0 where the line is 0
     * @param path dotted path of the field that stands there, empty for the document
     */
    record Place(String file, int line, int column, String path) {

        private static final String SET = "--set ";

        public static Place ofFile(String file) {
            return new Place(file, 0, 0, "");
        }

        public static Place ofOverride(String text, String path) {
            return new Place(SET + text, 0, 0, path);
        }

        public boolean isOverride() {
            return file.startsWith(SET);
        }

        public Place field(String key) {
            return new Place(file, line, column, path.isEmpty() ? key : path + "." + key);
        }
    }

    /** @param plain whether it is written without quotes, so that it may be a number or a truth value */
    record Value(Place at, String text, boolean plain) implements Yaml {

        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public String brief() {
            return isNull() ? "nothing" : text.isBlank() ? "\"" + text + "\"" : text;
        }
    }

    record Items(Place at, List<Yaml> items) implements Yaml {

        @Override
        public String brief() {
            return items.stream()
                    .limit(8)
                    .map(Yaml::brief)
                    .collect(joining(", ", "[", items.size() > 8 ? ", ...]" : "]"));
        }
    }

    /** Fields in the order of the file. */
    record Block(Place at, Map<String, Member> members) implements Yaml {

        public Block {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String brief() {
            return "{" + members.keySet().stream().limit(4).collect(joining(", "))
                    + (members.size() > 4 ? ", ...}" : "}");
        }
    }

    /**
     * A field with its name.
     *
     * @param key where the name stands
     * @param start where the value itself begins; it counts as standing at its name when it is a block or a list
     */
    record Member(Place key, Place start, Yaml value) {

        /** A field that was put together from others. */
        public Member(Place key, Yaml value) {
            this(key, value.at(), value);
        }
    }
}
