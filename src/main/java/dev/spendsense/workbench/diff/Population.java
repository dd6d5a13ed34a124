package dev.spendsense.workbench.diff;

import dev.spendsense.bank.History;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.Simulation;
import java.util.function.IntFunction;

/**
 * People whom two revisions judge.
 *
 * @param name where they come from, for people
 * @param users how many there are
 * @param histories gives the history of one, by number from 0; called on several threads
 */
public record Population(String name, int users, IntFunction<History> histories) {

    /** Everybody in a scenario, simulated when asked for. */
    public static Population of(String name, Scenario scenario) {
        Simulation simulation = new Simulation(scenario);
        return new Population(
                name, simulation.users(), user -> simulation.live(user).history());
    }
}
