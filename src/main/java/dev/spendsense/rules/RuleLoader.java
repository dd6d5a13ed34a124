package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.definitions.Vocabulary;
import dev.spendsense.rules.vetting.TextPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;

/** Vets rule texts, compiles them unless that was done before, and vets what came of it. */
final class RuleLoader {

    private final CompiledStore store;

    RuleLoader(CompiledStore store) {
        this.store = store;
    }

    RuleBase load(RuleSource source) {
        Definitions definitions = check(source);
        return new RuleBase(source, definitions, engine(source.rules()));
    }

    /** The rules under the classic engine, for comparison. */
    static RuleBase classic(RuleSource source) {
        Definitions definitions = check(source);
        return new RuleBase(source, definitions, RuleCompiler.classic(source.rules()));
    }

    private static Definitions check(RuleSource source) {
        List<RuleFault> faults = new ArrayList<>();
        Definitions definitions = Definitions.read(
                source.declaration(Parameters.FILE),
                source.declaration(Vocabulary.FILE),
                source.declaration(Content.FILE),
                faults);
        if (!definitions.parameters().has(RuleBase.WINDOW_COVERAGE)) {
            faults.add(new RuleFault(
                    Parameters.FILE, 0, 0, "", "has no parameter window_coverage", "add it with unit share"));
        }
        TextPolicy policy = new TextPolicy(definitions, faults);
        source.rules()
                .forEach((path, text) ->
                        phaseOf(path, faults).ifPresent(phase -> policy.check(path, phase.folder(), text)));
        if (!faults.isEmpty()) {
            throw new BrokenRules(faults);
        }
        return definitions;
    }

    private static Optional<Phase> phaseOf(String path, List<RuleFault> faults) {
        int slash = path.indexOf('/');
        Optional<Phase> phase = slash < 0 ? Optional.empty() : Phase.of(path.substring(0, slash));
        if (phase.isEmpty()) {
            faults.add(new RuleFault(
                    path, 0, 0, "", "lies in no phase", "move it to one of " + String.join(", ", Phase.folders())));
        }
        return phase;
    }

    private KieBase engine(Map<String, String> rules) {
        String key = CompiledStore.key(rules);
        Optional<byte[]> kept = store.find(key);
        byte[] jar = kept.isPresent() ? kept.get() : RuleCompiler.compile(rules);
        KieBase engine = CompiledRules.read(jar).load();
        if (kept.isEmpty()) {
            store.keep(key, jar);
        }
        return engine;
    }
}
