package dev.spendsense.workbench.explain;

import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Recommendation;
import java.util.List;

/**
 * Advice with the rule that gave it and the transactions that its rationale quotes.
 *
 * @param advice as it is shown
 * @param rules what drafted it
 * @param bindings the figures and names of the rationale
 */
public record ExplainedAdvice(Recommendation advice, List<RulePlace> rules, List<Quoted> bindings) {

    public ExplainedAdvice {
        rules = List.copyOf(rules);
        bindings = List.copyOf(bindings);
    }

    /**
     * A figure or name of a rationale.
     *
     * @param binding text, value, origin
     * @param sources what it was measured from
     */
    public record Quoted(Binding binding, List<OpenedSource> sources) {

        public Quoted {
            sources = List.copyOf(sources);
        }
    }
}
