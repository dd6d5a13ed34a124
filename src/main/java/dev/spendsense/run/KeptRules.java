package dev.spendsense.run;

import dev.spendsense.dataset.RuleText;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.rules.definitions.Vocabulary;

/** What a dataset keeps of the rules that judged its users. */
public final class KeptRules {

    private KeptRules() {}

    /** The texts, numbers and names of rules. */
    public static RuleText of(RuleBase rules) {
        Vocabulary vocabulary = rules.definitions().vocabulary();
        Content content = rules.definitions().content();
        return new RuleText(
                rules.revision(),
                rules.source().texts(),
                rules.definitions().parameters().all().stream()
                        .map(parameter -> new RuleText.Parameter(parameter.name(), parameter.value(), parameter.unit()))
                        .toList(),
                vocabulary.signals().values().stream()
                        .map(signal -> new RuleText.Word(signal.name(), signal.title()))
                        .toList(),
                vocabulary.personas().values().stream()
                        .map(persona -> new RuleText.Word(persona.name(), persona.title()))
                        .toList(),
                content.items().values().stream()
                        .map(item -> new RuleText.Word(item.code(), item.title()))
                        .toList());
    }
}
