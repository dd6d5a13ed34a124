package dev.spendsense.cli;

import dev.spendsense.workbench.cases.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of test cases, for people: those that are not as expected, and how many there are. */
final class CasesScreen {

    private CasesScreen() {}

    static List<String> lines(List<CaseResult> results) {
        List<String> lines = new ArrayList<>();
        int failed = 0;
        for (CaseResult result : results) {
            if (!result.passed()) {
                failed++;
                lines.add(result.file() + ":" + result.line() + ": " + result.name());
                result.failures().forEach(failure -> lines.add("  " + failure));
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d case%s, %s",
                results.size(),
                results.size() == 1 ? "" : "s",
                failed == 0 ? "all as expected" : failed + " not as expected"));
        return lines;
    }
}
