package dev.spendsense.spark;

import dev.spendsense.rules.CompiledRevision;
import dev.spendsense.run.Generation;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What users are made from, as it travels: the texts of a scenario and compiled rules. Whoever receives it reads and
 * loads them once, for all threads.
 */
final class Population implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final String name;
    private final TreeMap<String, String> files;
    private final ArrayList<String> overrides;
    private final CompiledRevision rules;
    private final String productVersion;
    private transient Generation generation;

    /** @param rules judge every user who consents; empty when nobody is judged */
    Population(ScenarioSource scenario, Optional<CompiledRevision> rules, String productVersion) {
        this.name = scenario.name();
        this.files = new TreeMap<>(scenario.files());
        this.overrides = new ArrayList<>(scenario.overrides());
        this.rules = rules.orElse(null);
        this.productVersion = productVersion;
    }

    synchronized Generation generation() {
        if (generation == null) {
            ScenarioSource source = new ScenarioSource(name, files, List.copyOf(overrides));
            generation = Generation.of(
                    ScenarioReader.read(source),
                    source,
                    Optional.ofNullable(rules).map(CompiledRevision::load),
                    productVersion);
        }
        return generation;
    }
}
