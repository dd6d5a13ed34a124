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
        return scenario("full-dataset", overrides);
    }

    static Scenario edgeCases(String... overrides) {
        return scenario("edge-cases", overrides);
    }

    private static Scenario scenario(String name, String... overrides) {
        return ScenarioReader.read(ScenarioSource.load(Path.of("scenarios", name + ".yaml"), List.of(overrides)));
    }
}
