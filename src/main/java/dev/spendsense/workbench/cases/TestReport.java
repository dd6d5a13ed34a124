package dev.spendsense.workbench.cases;

import java.util.List;
import java.util.Set;

/**
 * What came of a run of cases.
 *
 * @param results in the order of the cases
 * @param triedAtBoundary rules that some passing case tells to be at their boundary
 */
public record TestReport(List<CaseResult> results, Set<String> triedAtBoundary) {

    public TestReport {
        results = List.copyOf(results);
        triedAtBoundary = Set.copyOf(triedAtBoundary);
    }

    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    public boolean passed() {
        return failed().isEmpty();
    }
}
