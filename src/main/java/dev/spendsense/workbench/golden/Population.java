package dev.spendsense.workbench.golden;

import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Scenario;

/** Where the scenarios of golden outcomes come from. */
@FunctionalInterface
public interface Population {

    /**
     * The scenario of a name at a seed.
     *
     * @throws InvalidScenario when there is none that can be used
     */
    Scenario of(String name, long seed);
}
