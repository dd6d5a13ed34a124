package dev.spendsense.rules;

import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import java.nio.file.Path;

/** The shipped rules, compiled once for all tests. */
final class Shipped {

    static final RuleSource SOURCE = RuleSource.read(Path.of("rules"));

    static final RuleBase RULES = RuleBase.load(SOURCE, CompiledStore.forShipping(Path.of("target", "compiled-rules")));

    private Shipped() {}

    /** The shipped rules with one piece of the content's text in place of another. */
    static RuleBase withContent(String text, String other) {
        String content = SOURCE.texts().get("content.yaml");
        if (!content.contains(text)) {
            throw new IllegalArgumentException("the content does not say " + text);
        }
        return RuleBase.load(
                SOURCE.with("content.yaml", content.replace(text, other)),
                CompiledStore.forShipping(Path.of("target", "compiled-rules")));
    }

    static Findings findings(HistoryBuilder history) {
        return RULES.evaluate(history.build());
    }

    static boolean detected(HistoryBuilder history, String type, int windowDays) {
        return findings(history)
                .signal(type, windowDays)
                .filter(Signal::detected)
                .isPresent();
    }

    /** Pay every other week and groceries, nothing else: 1,800 in, 40 out every other day. */
    static HistoryBuilder quietLife() {
        return HistoryBuilder.days(180)
                .checking(3_000)
                .paid(14, 3, 1_800)
                .every(2, 0, 0, 40, "Kroger", dev.spendsense.bank.Category.FOOD_AND_DRINK_GROCERIES);
    }
}
