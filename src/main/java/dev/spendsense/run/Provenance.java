package dev.spendsense.run;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.ScenarioText;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.scenario.InvalidScenario;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a dataset was made from, taken out of it to be used again.
 *
 * @param source what its scenario is read from
 * @param rules what judged its users; empty when nothing did
 */
public record Provenance(ScenarioSource source, Optional<RuleText> rules) {

    public static Provenance of(Dataset dataset) {
        RunOrigin origin = dataset.run().origin();
        return new Provenance(source(origin), origin.rules());
    }

    static ScenarioSource source(RunOrigin origin) {
        ScenarioText text = origin.scenario();
        return new ScenarioSource(text.name(), text.files(), text.overrides());
    }

    /** The scenario. */
    public Scenario scenario() {
        return ScenarioReader.read(source);
    }

    /**
     * The scenario with further fields replaced, after those that were when the dataset was made.
     *
     * @param settings {@code path=value}
     * @throws InvalidScenario when that is none
     */
    public Scenario scenario(List<String> settings) {
        List<String> overrides = new ArrayList<>(source.overrides());
        overrides.addAll(settings);
        return ScenarioReader.read(new ScenarioSource(source.name(), source.files(), overrides));
    }

    /**
     * The rules, with the numbers that were used, which may differ from those in the texts; empty when nothing judged.
     *
     * @throws BrokenRules when this version of the program cannot use them
     */
    public Optional<RuleBase> ruleBase() {
        return rules.map(kept -> RuleBase.load(RuleSource.of(kept.files()), CompiledStore.standard())
                .with(kept.parameters().stream()
                        .collect(Collectors.toMap(RuleText.Parameter::name, RuleText.Parameter::value))));
    }
}
