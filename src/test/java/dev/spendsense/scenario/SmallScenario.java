package dev.spendsense.scenario;

import dev.spendsense.yaml.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A complete little scenario, which a test spoils in one place or another before it is read. */
final class SmallScenario {

    static final Path FOLDER = Path.of("src", "test", "resources", "scenario");
    static final String PURCHASES = "catalog/purchases.yaml";
    static final String BILLS = "catalog/bills.yaml";
    static final String SUBSCRIPTIONS = "catalog/subscriptions.yaml";
    static final String PEOPLE = "catalog/people.yaml";

    private final Map<String, String> files = new TreeMap<>();
    private final List<String> overrides = new ArrayList<>();
    private String name = "small";

    SmallScenario() {
        for (String file : List.of("small.yaml", PURCHASES, BILLS, SUBSCRIPTIONS, PEOPLE)) {
            files.put(file, text(FOLDER.resolve(file)));
        }
    }

    /** Replaces a passage of the scenario file. */
    SmallScenario with(String passage, String replacement) {
        return with("small.yaml", passage, replacement);
    }

    /** Replaces a passage of a file, which must have it. */
    SmallScenario with(String file, String passage, String replacement) {
        String text = files.get(file);
        if (!text.contains(passage)) {
            throw new IllegalArgumentException(file + " has no \"" + passage + "\"");
        }
        files.put(file, text.replace(passage, replacement));
        return this;
    }

    SmallScenario file(String file, String text) {
        files.put(file, text);
        return this;
    }

    SmallScenario without(String file) {
        files.remove(file);
        return this;
    }

    /** Reads another of the files as the scenario. */
    SmallScenario from(String otherName) {
        name = otherName;
        return this;
    }

    SmallScenario set(String... settings) {
        overrides.addAll(List.of(settings));
        return this;
    }

    ScenarioSource source() {
        return new ScenarioSource(name, files, overrides);
    }

    Scenario read() {
        return ScenarioReader.read(source());
    }

    List<Fault> faults() {
        try {
            read();
            return List.of();
        } catch (InvalidScenario invalid) {
            return invalid.faults();
        }
    }

    /** The faults as a person sees them. */
    List<String> complaints() {
        return faults().stream().map(Fault::toString).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
