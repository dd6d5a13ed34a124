package dev.spendsense.scenario;

import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts that a scenario is read from, kept with every dataset so that its users can be lived again.
 *
 * @param name file name of the scenario without folder and ending
 * @param files file texts by path relative to the scenario's folder, in the order of the paths: the scenario itself
 *     ({@code name.yaml}), what it extends, its catalog
 * @param overrides {@code path=value} settings that replace fields of the scenario, in order
 */
public record ScenarioSource(String name, Map<String, String> files, List<String> overrides) {

    static final String ENDING = ".yaml";

    public ScenarioSource {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        overrides = List.copyOf(overrides);
    }

    /**
     * Collects the texts of a scenario and checks them: what is returned can be read by {@link ScenarioReader}.
     *
     * @param file the scenario; what it names must be in or below its folder
     * @param overrides {@code path=value}, the value as it would be written in the file; a {@code *} in the path stands
     *     for every key, as in {@code population.*.users=2}
     * @throws InvalidScenario with everything that is wrong, files named the way {@code file} is
     */
    public static ScenarioSource load(Path file, List<String> overrides) {
        return load(file, List.of(), overrides);
    }

    /**
     * The same for a scenario that may stand on others elsewhere.
     *
     * @param fallbacks folders in which the files that it names are looked up when its own folder does not have them
     */
    public static ScenarioSource load(Path file, List<Path> fallbacks, List<String> overrides) {
        List<Path> folders = new ArrayList<>(List.of(file.resolveSibling("")));
        if (Files.exists(file)) {
            folders.addAll(fallbacks); // else one of the same name there would be taken for it
        }
        Texts.Folders texts = new Texts.Folders(folders);
        Faults faults = new Faults(texts::shown);
        String fileName = String.valueOf(file.getFileName());
        if (!fileName.endsWith(ENDING)) {
            faults.add(Yaml.Place.ofFile(fileName), "not a scenario", "a file name that ends in " + ENDING);
            InvalidScenario.throwIfAny(faults);
        }
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        new ScenarioReader(texts, faults).read(name, overrides);
        return new ScenarioSource(name, texts.kept(), overrides);
    }
}
