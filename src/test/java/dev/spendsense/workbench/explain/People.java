package dev.spendsense.workbench.explain;

import dev.spendsense.bank.History;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Simulated users and the shipped rules. */
final class People {

    static final RuleBase RULES = RuleBase.load(Path.of("rules"));

    private static final Simulation SIMULATION = new Simulation(
            ScenarioReader.read(ScenarioSource.load(Path.of("scenarios", "full-dataset.yaml"), List.of("seed=7"))));

    private People() {}

    /** Every so many-th of the population. */
    static List<History> every(int step) {
        List<History> people = new ArrayList<>();
        for (int i = 0; i < SIMULATION.users(); i += step) {
            people.add(SIMULATION.live(i).history());
        }
        return people;
    }

    /** The first who was planted as something. */
    static History planted(String profile) {
        for (int i = 0; i < SIMULATION.users(); i++) {
            Life life = SIMULATION.live(i);
            if (life.truth().episodes().get(0).profile().equals(profile)) {
                return life.history();
            }
        }
        throw new AssertionError(profile);
    }
}
