package dev.spendsense.workbench.coverage;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Lives;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What rules come to in a population, at the last day of every history.
 *
 * @param judged how many users consent, so that rules look at them
 * @param rules every rule by name
 * @param never rules that come to a conclusion in nobody
 * @param always rules that come to a conclusion in everybody
 * @param together groups of rules that come to a conclusion in the very same users, where these are neither nobody nor
 *     everybody
 * @param withoutEffect rules that come to conclusions, but without which everybody has the same personas with the same
 *     confidence, the same advice, and the same held back
 */
public record PopulationCoverage(
        int judged,
        List<RuleUse> rules,
        List<String> never,
        List<String> always,
        List<List<String>> together,
        List<String> withoutEffect) {

    public PopulationCoverage {
        rules = List.copyOf(rules);
        never = List.copyOf(never);
        always = List.copyOf(always);
        together = together.stream().map(List::copyOf).toList();
        withoutEffect = List.copyOf(withoutEffect);
    }

    /**
     * Judges everybody, and again without each rule that concluded something, until somebody is found to whom it matters.
     *
     * @param threads how many workers there are, at least 1; makes no difference to the result
     */
    public static PopulationCoverage of(Lives lives, RuleBase rules, int threads) {
        return new Survey(rules).of(lives, threads);
    }

    /** What a user is told. */
    private record Outcome(List<PersonaAssignment> personas, List<Recommendation> advice, List<Blocked> heldBack) {

        static Outcome of(Findings findings) {
            return new Outcome(findings.personas(), findings.recommendations(), findings.blocked());
        }
    }

    private static final class Survey {

        private final RuleBase rules;
        private final Map<String, RuleBase> without = new TreeMap<>();
        private final Set<String> matter = ConcurrentHashMap.newKeySet();
        private final Map<String, BitSet> concluded = new TreeMap<>();
        private int judged;

        Survey(RuleBase rules) {
            this.rules = rules;
            for (String rule : rules.ruleNames()) {
                without.put(rule, rules.without(rule));
                concluded.put(rule, new BitSet());
            }
        }

        PopulationCoverage of(Lives lives, int threads) {
            lives.<Optional<Set<String>>>forEach(
                    threads,
                    user -> judge(lives.live(user).history()),
                    user -> user.ifPresent(names -> {
                        names.forEach(rule -> concluded.get(rule).set(judged));
                        judged++;
                    }));
            List<RuleUse> uses = concluded.entrySet().stream()
                    .map(rule ->
                            new RuleUse(rule.getKey(), rule.getValue().cardinality(), matter.contains(rule.getKey())))
                    .toList();
            return new PopulationCoverage(
                    judged,
                    uses,
                    names(uses.stream().filter(use -> use.users() == 0).toList()),
                    names(uses.stream()
                            .filter(use -> judged > 0 && use.users() == judged)
                            .toList()),
                    together(),
                    names(uses.stream()
                            .filter(use -> use.users() > 0 && !use.matters())
                            .toList()));
        }

        private static List<String> names(List<RuleUse> uses) {
            return uses.stream().map(RuleUse::rule).toList();
        }

        /** Rules that concluded something; nobody looks at those who do not consent. */
        private Optional<Set<String>> judge(History history) {
            if (!history.customer().consent()) {
                return Optional.empty();
            }
            Behavior behavior = rules.behavior(history);
            Findings findings = rules.explain(behavior);
            Outcome outcome = Outcome.of(findings);
            Set<String> names = findings.firings().stream().map(Firing::rule).collect(Collectors.toSet());
            for (String rule : names) {
                if (!matter.contains(rule)
                        && !Outcome.of(without.get(rule).evaluate(behavior)).equals(outcome)) {
                    matter.add(rule);
                }
            }
            return Optional.of(names);
        }

        private List<List<String>> together() {
            Map<BitSet, List<String>> groups = new LinkedHashMap<>();
            concluded.forEach((rule, users) -> {
                if (!users.isEmpty() && users.cardinality() < judged) {
                    groups.computeIfAbsent(users, same -> new ArrayList<>()).add(rule);
                }
            });
            return groups.values().stream().filter(group -> group.size() > 1).toList();
        }
    }
}
