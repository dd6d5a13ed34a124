package dev.spendsense.workbench.cases;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.Content;
import java.util.HashMap;
import java.util.Map;

/** The rules as each case wants them: with other parameters, or as if the content said something else. */
final class Judges {

    private final RuleBase rules;
    private final Map<Map<String, String>, RuleBase> worded = new HashMap<>();
    private final Map<String, RuleBase> adjusted = new HashMap<>();

    Judges(RuleBase rules) {
        this.rules = rules;
    }

    /** @throws BrokenRules when the rules cannot be used with the case's wording */
    RuleBase of(Case one) {
        String key = one.wording() + " " + one.parameters();
        RuleBase known = adjusted.get(key);
        if (known == null) {
            RuleBase base = one.wording().isEmpty() ? rules : worded.computeIfAbsent(one.wording(), this::worded);
            known = one.parameters().isEmpty() ? base : base.with(one.parameters());
            adjusted.put(key, known);
        }
        return known;
    }

    private RuleBase worded(Map<String, String> wording) {
        String content = rules.source().declaration(Content.FILE);
        for (Map.Entry<String, String> each : wording.entrySet()) {
            content = content.replace(each.getKey(), each.getValue());
        }
        return rules.withContent(content);
    }
}
