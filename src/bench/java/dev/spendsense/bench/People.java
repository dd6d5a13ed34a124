package dev.spendsense.bench;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.simulation.Life;
import dev.spendsense.simulation.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The people of the default scenario and the rules that are shipped, for inner loops; one after another, round and round. */
@State(Scope.Benchmark)
public class People {

    private final Path home = Path.of(System.getProperty("spendsense.home", ""));
    private final Simulation simulation =
            new Simulation(ScenarioReader.read(ScenarioShelf.near(home).source(ScenarioShelf.DEFAULT, List.of())));
    private final List<Life> lives =
            IntStream.range(0, simulation.users()).mapToObj(simulation::live).toList();
    private RuleBase rules;
    private int next;

    public Simulation simulation() {
        return simulation;
    }

    public RuleBase rules() {
        if (rules == null) {
            rules = RuleBase.load(home.resolve("rules"));
        }
        return rules;
    }

    /** Position of whoever comes next. */
    public int nextPosition() {
        next = next + 1 == lives.size() ? 0 : next + 1;
        return next;
    }

    public Life next() {
        return lives.get(nextPosition());
    }
}
