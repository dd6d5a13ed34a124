package dev.spendsense.workbench.explain;

import dev.spendsense.findings.Signal;
import java.util.List;

/**
 * A signal with the rule that measured it and the transactions behind it.
 *
 * @param signal value, window, threshold
 * @param rules what measured it
 * @param sources what it was measured from
 */
public record MeasuredSignal(Signal signal, List<RulePlace> rules, List<OpenedSource> sources) {

    public MeasuredSignal {
        rules = List.copyOf(rules);
        sources = List.copyOf(sources);
    }
}
