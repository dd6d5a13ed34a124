package dev.spendsense.spark;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.rules.CompiledRevision;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small population in which the rules are sometimes wrong, some do not consent, and everybody is looked at twice. */
final class People {

    static final int USERS = 110;

    private static final String VERSION = "test";

    private static final ScenarioSource SCENARIO = ScenarioSource.load(
            Path.of("scenarios", "full-dataset.yaml"),
            List.of("users=" + USERS, "consent_rate=0.9", "intensity=0.5", "evaluate.every=90d"));

    private static final RuleSource TEXTS = RuleSource.read(Path.of("rules"));

    private static final CompiledRevision RULES = CompiledRevision.of(TEXTS, CompiledStore.standard());

    static final Population POPULATION = new Population(SCENARIO, Optional.of(RULES), VERSION);

    /** The same with one more rule. */
    static Population judgedAlsoBy(String rule) {
        RuleSource more =
                TEXTS.with("signals/more.drl", "package signals\n\nimport dev.spendsense.rules.facts.*\n\n" + rule);
        return new Population(SCENARIO, Optional.of(CompiledRevision.of(more, CompiledStore.none())), VERSION);
    }

    /** The same with another seed. */
    static final Population OTHERS = new Population(
            new ScenarioSource(
                    SCENARIO.name(),
                    SCENARIO.files(),
                    Stream.concat(SCENARIO.overrides().stream(), Stream.of("seed=8"))
                            .toList()),
            Optional.of(RULES),
            VERSION);

    private People() {}

    /** A dataset of them, made on this machine without Spark. */
    static RunRecord dataset(Path file) {
        return Generation.of(ScenarioReader.read(SCENARIO), SCENARIO, Optional.of(RULES.load()), VERSION)
                .into(file, false, 2, Progress.NONE)
                .run();
    }
}
