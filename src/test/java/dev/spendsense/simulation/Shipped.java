package dev.spendsense.simulation;

import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that are shipped, read as a user would have them read. */
final class Shipped {

    private Shipped() {}

    static Scenario fullDataset(String... overrides) {
        return read("full-dataset.yaml", overrides);
    }

    static Scenario read(String file, String... overrides) {
        return ScenarioReader.read(ScenarioSource.load(Path.of("scenarios", file), List.of(overrides)));
    }
}
