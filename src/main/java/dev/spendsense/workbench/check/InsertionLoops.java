package dev.spendsense.workbench.check;

import static java.util.stream.Collectors.joining;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.grammar.RuleOutline.Conclusion;
import dev.spendsense.rules.grammar.RuleOutline.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of one phase that trigger each other without end: one concludes what another looks for, and so on in a circle.
 * A rule that concludes something only where there is none yet comes to rest and is left alone.
 */
final class InsertionLoops {

    private InsertionLoops() {}

    static List<RuleFault> in(List<RuleOutline> rules) {
        List<RuleFault> faults = new ArrayList<>();
        Set<RuleOutline> told = new HashSet<>();
        for (RuleOutline rule : rules) {
            Set<RuleOutline> circle = new LinkedHashSet<>(Set.of(rule));
            reachable(rule, rules).stream()
                    .filter(other -> reachable(other, rules).contains(rule))
                    .forEach(circle::add);
            boolean endless = circle.size() > 1 || triggers(rule, rule).isPresent();
            if (endless && told.addAll(circle)) {
                faults.add(fault(rule, circle, rules));
            }
        }
        return faults;
    }

    private static RuleFault fault(RuleOutline rule, Set<RuleOutline> circle, List<RuleOutline> rules) {
        Conclusion conclusion = circle.stream()
                .flatMap(other -> triggers(rule, other).stream())
                .findFirst()
                .orElseThrow();
        String others = circle.stream()
                .filter(other -> other != rule)
                .map(other -> "\"" + other.rule().name() + "\"")
                .collect(joining(", "));
        return new RuleFault(
                rule.file(),
                conclusion.place().line(),
                conclusion.place().column(),
                rule.rule().name(),
                FaultKind.ENDLESS_INSERTION,
                others.isEmpty()
                        ? "the rule concludes a " + conclusion.fact() + " that it looks for itself, without end"
                        : "the rule and " + others + " trigger each other without end",
                "conclude something that they do not look for, or add not " + conclusion.fact() + "( ... )");
    }

    private static Set<RuleOutline> reachable(RuleOutline from, List<RuleOutline> rules) {
        Set<RuleOutline> reached = new LinkedHashSet<>();
        Deque<RuleOutline> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            RuleOutline rule = open.pop();
            for (RuleOutline next : rules) {
                if (triggers(rule, next).isPresent() && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    /** What the first rule concludes that makes the second one fire again. */
    private static Optional<Conclusion> triggers(RuleOutline first, RuleOutline second) {
        if (!first.phase().equals(second.phase())) {
            return Optional.empty();
        }
        return first.conclusions().stream()
                .filter(conclusion -> first.matches().stream()
                        .noneMatch(match -> match.role() == Role.NOT && match.accepts(conclusion)))
                .filter(conclusion -> second.matches().stream()
                        .anyMatch(match -> (match.role() == Role.EACH || match.role() == Role.SUMMED_UP)
                                && match.accepts(conclusion)))
                .findFirst();
    }
}
