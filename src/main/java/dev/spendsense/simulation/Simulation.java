package dev.spendsense.simulation;

import dev.spendsense.scenario.Scenario;

/** A scenario's population, any member of which can be lived through at any time and on any thread. */
public final class Simulation {

    private final Scenario scenario;

    public Simulation(Scenario scenario) {
        this.scenario = scenario;
    }

    /** How many users the population has. */
    public int users() {
        return scenario.users();
    }

    /**
     * Lives the life of one user.
     *
     * @param index position in the population, from 0, in the order of the scenario's profiles
     */
    public Life live(int index) {
        throw new UnsupportedOperationException("not simulated yet");
    }
}
