package dev.spendsense.workbench.check;

import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbers in conditions are thresholds without a name: nobody can sweep them, and no trace shows them. Exempt are those
 * that judge nothing: 0, the length of a declared window, a rank, and what functions of accumulate take.
 */
final class ConditionNumbers {

    private static final Set<String> LENGTHS = Set.of("days", "windowDays");
    private static final Set<String> LENGTH_ARGUMENTS = Set.of("last", "daysAgo");

    private ConditionNumbers() {}

    static List<RuleFault> in(RuleDiagnosis diagnosis) {
        List<Integer> windows = diagnosis.definitions().vocabulary().windows();
        Set<String> broken = diagnosis.faults().stream()
                .filter(RuleFault::isError)
                .map(RuleFault::rule)
                .collect(Collectors.toSet());
        List<RuleFault> faults = new ArrayList<>();
        for (RuleOutline outline : diagnosis.rules()) {
            List<DrlToken> tokens = outline.rule().conditions();
            for (int i = 2; i < tokens.size() && !broken.contains(outline.rule().name()); i++) {
                DrlToken number = tokens.get(i);
                if (number.isNumber() && !judgesNothing(number, tokens.get(i - 1), tokens.get(i - 2), windows)) {
                    faults.add(new RuleFault(
                            outline.file(),
                            number.line(),
                            number.column(),
                            outline.rule().name(),
                            FaultKind.NUMBER_IN_CONDITION,
                            "the number " + number.text() + " has no name",
                            "declare a parameter and write param(\"...\"), or its name where a threshold is wanted"));
                }
            }
        }
        return faults;
    }

    private static boolean judgesNothing(DrlToken number, DrlToken before, DrlToken beforeThat, List<Integer> windows) {
        if (number.text().matches("0(\\.0*)?")) {
            return true;
        }
        boolean window = windows.isEmpty() || windows.stream().anyMatch(days -> number.is(String.valueOf(days)));
        boolean equals = before.is("==") || before.is("!=") || before.is("=");
        if (equals && LENGTHS.contains(beforeThat.text())
                || before.is("(") && LENGTH_ARGUMENTS.contains(beforeThat.text())) {
            return window;
        }
        return equals && beforeThat.is("rank") || before.is("(") && beforeThat.is("count");
    }
}
