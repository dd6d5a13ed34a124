package dev.spendsense.workbench.cases;

import dev.spendsense.findings.Findings;
import java.util.List;

/** What a rule concluded in one look. */
final class Conclusion {

    private Conclusion() {}

    /** Everything that a rule says of a user; empty when it did not fire or said nothing. */
    static List<String> of(String rule, Findings findings) {
        return findings.firings().stream()
                .filter(firing -> firing.rule().equals(rule))
                .flatMap(firing -> firing.conclusions().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
