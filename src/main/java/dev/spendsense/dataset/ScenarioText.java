package dev.spendsense.dataset;

import java.util.List;
import java.util.Map;

/**
 * The words that a population was made from: enough to make any of its users again.
 *
 * @param name the scenario's name
 * @param files file texts by path
 * @param overrides {@code path=value} settings that replaced fields of the scenario, in order
 */
public record ScenarioText(String name, Map<String, String> files, List<String> overrides) {

    public ScenarioText {
        files = Map.copyOf(files);
        overrides = List.copyOf(overrides);
    }
}
