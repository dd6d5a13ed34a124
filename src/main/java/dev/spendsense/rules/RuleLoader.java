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
        return new RuleBase(source, definitions, vetted(source).engine());
    }

    /** The same rules as bytes, vetted and loaded here once, to be loaded elsewhere without a compiler. */
    CompiledRevision compile(RuleSource source) {
        check(source);
        return new CompiledRevision(source, vetted(source).jar());
    }

    /** The rules under the classic engine, for comparison. */
    static RuleBase classic(RuleSource source) {
        Definitions definitions = check(source);
        return new RuleBase(source, definitions, RuleCompiler.classic(source.rules()));
    }

    /** The quick look, which has to be taken at every start; the close one only when something is wrong. */
    static Definitions check(RuleSource source) {
        List<RuleFault> faults = new ArrayList<>();
        Definitions definitions = Definitions.read(
                source.declaration(Parameters.FILE),
                source.declaration(Vocabulary.FILE),
                source.declaration(Content.FILE),
                faults);
        TextPolicy policy = new TextPolicy(definitions, faults);
        source.rules()
                .forEach((path, text) ->
                        Phase.ofFile(path, faults).ifPresent(phase -> policy.check(path, phase.folder(), text)));
        if (!faults.isEmpty() || !definitions.parameters().has(RuleBase.WINDOW_COVERAGE)) {
            throw new BrokenRules(RuleDiagnosis.ofTexts(source).errors());
        }
        return definitions;
    }

    private static byte[] compiled(RuleSource source) {
        try {
            return RuleCompiler.compile(source.rules());
        } catch (BrokenRules refused) {
            List<RuleFault> understood = RuleDiagnosis.ofTexts(source).errors();
            throw new BrokenRules(understood.isEmpty() ? RefusedRules.among(source.rules()) : understood);
        }
    }

    private record Vetted(byte[] jar, KieBase engine) {}

    private Vetted vetted(RuleSource source) {
        String key = CompiledStore.key(source.rules());
        Optional<byte[]> kept = store.find(key);
        byte[] jar = kept.isPresent() ? kept.get() : compiled(source);
        KieBase engine = CompiledRules.read(jar).load();
        if (kept.isEmpty()) {
            store.keep(key, jar);
        }
        return new Vetted(jar, engine);
    }
}
