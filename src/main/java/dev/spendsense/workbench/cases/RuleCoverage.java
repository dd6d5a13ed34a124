package dev.spendsense.workbench.cases;

import dev.spendsense.rules.RuleBase;
import java.util.List;

/**
 * How well cases try the rules.
 *
 * @param rules how many there are
 * @param cases how many there are, variants counted one by one
 * @param never rules that come to a conclusion in no case
 * @param always rules that come to a conclusion in every case, so that nothing shows when they should not
 * @param withoutBoundary rules that no passing case tries on both sides of their boundary
 */
public record RuleCoverage(
        int rules, int cases, List<String> never, List<String> always, List<String> withoutBoundary) {

    public RuleCoverage {
        never = List.copyOf(never);
        always = List.copyOf(always);
        withoutBoundary = List.copyOf(withoutBoundary);
    }

    public static RuleCoverage of(RuleBase rules, TestReport report) {
        List<String> names = List.copyOf(rules.ruleNames());
        List<CaseResult> results = report.results();
        return new RuleCoverage(
                names.size(),
                results.size(),
                names.stream()
                        .filter(rule -> results.stream()
                                .noneMatch(one -> one.concluded().contains(rule)))
                        .toList(),
                names.stream()
                        .filter(rule -> !results.isEmpty()
                                && results.stream()
                                        .allMatch(one -> one.concluded().contains(rule)))
                        .toList(),
                names.stream()
                        .filter(rule -> !report.triedAtBoundary().contains(rule))
                        .toList());
    }

    /** Whether every rule is tried on both sides of its boundary. */
    public boolean complete() {
        return withoutBoundary.isEmpty();
    }
}
