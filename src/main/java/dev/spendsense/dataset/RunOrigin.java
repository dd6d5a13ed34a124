package dev.spendsense.dataset;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is made from. Two runs of one origin give the same file.
 *
 * @param scenario the scenario's texts
 * @param rules what judged the users; empty when nothing did
 * @param seed origin of all randomness
 * @param from first simulated day
 * @param to last simulated day, included
 * @param productVersion version of the program that made it
 */
public record RunOrigin(
        ScenarioText scenario,
        Optional<RuleText> rules,
        long seed,
        LocalDate from,
        LocalDate to,
        String productVersion) {

    /** The origin of a run without rules. */
    public RunOrigin(ScenarioText scenario, long seed, LocalDate from, LocalDate to, String productVersion) {
        this(scenario, Optional.empty(), seed, from, to, productVersion);
    }
}
