package dev.spendsense.scenario;

import dev.spendsense.scenario.Texts.Unreadable;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Member;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.Yaml.Value;
import dev.spendsense.yaml.YamlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the files of a scenario and lays the ones it extends beneath it. */
final class Documents {

    private static final String EXTENDS = "extends";

    private final Texts texts;
    private final Faults faults;

    Documents(Texts texts, Faults faults) {
        this.texts = texts;
        this.faults = faults;
    }

    /**
     * A scenario with everything it stands on.
     *
     * @param upTo every file, by its path, over those that it extends, without what lies over it
     * @param whole whether all files could be opened; if not, fields that are missing prove nothing
     */
    record Assembled(Block document, Map<String, Block> upTo, boolean whole) {}

    /** The scenario over what it extends, with the overrides over both. */
    Assembled assemble(String path, List<String> overrides) {
        List<Block> layers = new ArrayList<>();
        Map<String, Block> upTo = new HashMap<>();
        boolean whole = openLayers(path, layers);
        Block document = new Block(Place.ofFile(path), Map.of());
        for (int i = layers.size() - 1; i >= 0; i--) {
            Block upper = new ProfileNames(document, faults).refuseNearlyAlike(layers.get(i));
            document = Overlay.merge(document, upper);
            upTo.put(upper.at().file(), document);
        }
        ProfileNames declared = new ProfileNames(document, faults);
        for (String override : overrides) {
            document = Overlay.set(document, override, faults);
        }
        return new Assembled(whole ? declared.refuseNew(document) : document, upTo, whole);
    }

    /** Whether there is such a file. */
    boolean has(String path) {
        return texts.has(path);
    }

    /** A file that holds a block; empty after a fault. */
    Optional<Block> open(String path, Place namedAt) {
        String text;
        try {
            text = texts.read(path);
        } catch (Unreadable unreadable) {
            String which = namedAt.path().isEmpty() ? "" : path + ": ";
            faults.add(namedAt, which + unreadable.getMessage(), "a YAML file of at most 1 MiB");
            return Optional.empty();
        }
        Optional<Yaml> document = YamlParser.parse(Place.ofFile(path), text, faults);
        if (document.isPresent() && !(document.get() instanceof Block)) {
            faults.add(document.get().at(), document.get().brief(), "fields with values");
        }
        return document.filter(Block.class::isInstance).map(Block.class::cast);
    }

    /** Opens a file and those it extends, the lowest last; whether that succeeded. */
    private boolean openLayers(String first, List<Block> layers) {
        Set<String> opened = new HashSet<>();
        String path = first;
        Place namedAt = Place.ofFile(first);
        while (true) {
            opened.add(path);
            Optional<Block> layer = open(path, namedAt);
            if (layer.isEmpty()) {
                return false;
            }
            layers.add(layer.get());
            Member below = layer.get().members().get(EXTENDS);
            if (below == null) {
                return true;
            }
            namedAt = below.value().at();
            Optional<String> next = path(below.value());
            if (next.isEmpty()) {
                return false;
            }
            path = next.get();
            if (opened.contains(path)) {
                faults.add(namedAt, path, "a file that does not itself extend this one");
                return false;
            }
        }
    }

    /** The path that a value names, relative to the scenario's folder; empty after a fault. */
    Optional<String> path(Yaml value) {
        String from = value.at().isOverride() ? "" : value.at().file();
        Optional<String> path =
                value instanceof Value name && !name.isNull() ? Texts.resolve(from, name.text()) : Optional.empty();
        if (path.isEmpty()) {
            faults.add(value.at(), value.brief(), "a path below the scenario's folder");
        }
        return path;
    }
}
