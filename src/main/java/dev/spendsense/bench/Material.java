package dev.spendsense.bench;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.ProductVersion;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What everything is measured on: the same people and the same rules.
 *
 * @param scenarios gives the scenario with some of its settings replaced, as in {@code users=100}
 * @param rules judge them
 * @param launcher what starts the program from a shell; empty where it was started otherwise
 * @param folder where to write; whoever made it removes it
 * @param settings how much is measured
 */
public record Material(
        Function<List<String>, ScenarioSource> scenarios,
        RuleBase rules,
        Optional<Path> launcher,
        Path folder,
        Settings settings) {

    /** The population of so many users. */
    Scenario scenario(int users, String... more) {
        return ScenarioReader.read(source(users, more));
    }

    /** The generation of so many users, all of whom are judged. */
    Generation generation(int users) {
        ScenarioSource source = source(users);
        return Generation.of(ScenarioReader.read(source), source, Optional.of(rules), ProductVersion.number());
    }

    /** So many lives, kept in memory. */
    List<Life> lives(int users) {
        Simulation simulation = new Simulation(scenario(users));
        List<Life> lives = new ArrayList<>(users);
        for (int user = 0; user < users; user++) {
            lives.add(simulation.live(user));
        }
        return lives;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private ScenarioSource source(int users, String... more) {
        List<String> settings = new ArrayList<>(List.of("users=" + users));
        settings.addAll(List.of(more));
        return scenarios.apply(settings);
    }
}
