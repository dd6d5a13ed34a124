package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.vetting.DrlFile;
import dev.spendsense.rules.vetting.DrlRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the rules that the engine refuses though every word in them is known. What the engine says about them speaks of
 * what it made of them, often without a place; so each rule is tried alone.
 */
final class RefusedRules {

    /** Compiling rules one by one takes time; of a larger file the rest is told when these are mended. */
    private static final int MOST_TRIED = 50;

    private RefusedRules() {}

    static List<RuleFault> among(Map<String, String> rules) {
        List<RuleFault> faults = new ArrayList<>();
        rules.forEach((path, text) -> {
            if (isRefused(path, text)) {
                faults.addAll(within(path, text));
            }
        });
        if (faults.isEmpty()) {
            faults.add(fault("rules", 0, "", "the engine cannot run these rules together"));
        }
        return faults;
    }

    private static List<RuleFault> within(String path, String text) {
        List<RuleFault> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        List<DrlRule> rules = DrlFile.read(path, text, new ArrayList<>()).rules();
        String head = String.join(
                "\n", lines.subList(0, rules.isEmpty() ? 0 : rules.get(0).line() - 1));
        for (int i = 0; i < Math.min(rules.size(), MOST_TRIED); i++) {
            DrlRule rule = rules.get(i);
            int end = i + 1 < rules.size() ? rules.get(i + 1).line() - 1 : lines.size();
            String alone = head + "\n" + String.join("\n", lines.subList(rule.line() - 1, end));
            if (isRefused(path, alone)) {
                String problem = "the engine cannot run this rule, though each of its words is known";
                faults.add(fault(path, rule.line(), rule.name(), problem));
            }
        }
        if (faults.isEmpty()) {
            faults.add(fault(path, 0, "", "the engine cannot run the rules of this file together"));
        }
        return faults;
    }

    private static boolean isRefused(String path, String text) {
        try {
            CompiledRules.read(RuleCompiler.compile(Map.of(path, text))).load();
            return false;
        } catch (BrokenRules refused) {
            return true;
        }
    }

    private static RuleFault fault(String path, int line, String rule, String problem) {
        return new RuleFault(
                path,
                line,
                line > 0 ? 1 : 0,
                rule,
                FaultKind.REFUSED_BY_ENGINE,
                problem,
                "give each binding a name of its own, compare with the examples in rules/README.md, or undo the last change");
    }
}
