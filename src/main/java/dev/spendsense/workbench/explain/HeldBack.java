package dev.spendsense.workbench.explain;

import dev.spendsense.findings.Blocked;
import java.util.List;

/**
 * Advice that was not given.
 *
 * @param blocked what, and why not
 * @param drafted the rules that would have given it
 * @param guardrails the rules that held it back
 */
public record HeldBack(Blocked blocked, List<RulePlace> drafted, List<RulePlace> guardrails) {

    public HeldBack {
        drafted = List.copyOf(drafted);
        guardrails = List.copyOf(guardrails);
    }
}
