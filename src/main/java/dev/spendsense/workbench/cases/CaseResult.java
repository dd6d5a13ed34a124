package dev.spendsense.workbench.cases;

import java.util.List;
import java.util.Set;

/**
 * What came of one case.
 *
 * @param name of the case, and of the variant after a slash
 * @param file where it stands
 * @param line in the file, from 1
 * @param failures what is not as expected, a line each with expected and actual figures; empty when all is
 * @param concluded rules that came to a conclusion
 */
public record CaseResult(String name, String file, int line, List<String> failures, Set<String> concluded) {

    public CaseResult {
        failures = List.copyOf(failures);
        concluded = Set.copyOf(concluded);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
