package dev.spendsense.scenario;

import java.util.List;
import java.util.Map;

/**
 * The texts that a scenario is read from, kept with every dataset so that its users can be lived again.
 *
 * @param name file name of the scenario without folder and ending
 * @param files file texts by path relative to the scenario's folder: the scenario itself, what it extends, its catalog
 * @param overrides {@code path=value} settings that replace fields of the scenario, in order
 */
public record ScenarioSource(String name, Map<String, String> files, List<String> overrides) {

    public ScenarioSource {
        files = Map.copyOf(files);
        overrides = List.copyOf(overrides);
    }
}
