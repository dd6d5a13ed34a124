package dev.spendsense.workbench.impact;

import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules to which a change of persona goes back: of all rules that say something about one of the personas concerned,
 * those that do not say the same, in the earliest phase in which any does not. What differs in later phases follows from
 * these.
 */
final class Responsible {

    private final Findings before;
    private final Findings after;
    private final Collection<String> personas;

    /**
     * @param before traced findings of the rules as they were
     * @param after traced findings of the changed rules
     * @param personas which are assigned otherwise
     */
    Responsible(Findings before, Findings after, Collection<String> personas) {
        this.before = before;
        this.after = after;
        this.personas = personas;
    }

    private record Saying(String phase, String rule, String conclusion) {}

    List<RuleDifference> rules() {
        Map<Saying, Double> said = sayings(before);
        Map<Saying, Double> says = sayings(after);
        for (String phase : phases()) {
            List<RuleDifference> found = in(phase, said, says);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private Set<String> phases() {
        Set<String> phases = new LinkedHashSet<>();
        before.firings().forEach(firing -> phases.add(firing.phase()));
        after.firings().forEach(firing -> phases.add(firing.phase()));
        return phases;
    }

    private static List<RuleDifference> in(String phase, Map<Saying, Double> said, Map<Saying, Double> says) {
        Set<Saying> all = new LinkedHashSet<>(said.keySet());
        all.addAll(says.keySet());
        List<RuleDifference> differences = new ArrayList<>();
        for (Saying one : all) {
            if (one.phase.equals(phase) && !said.getOrDefault(one, Double.NaN).equals(says.get(one))) {
                RuleDifference.Kind kind = !said.containsKey(one)
                        ? RuleDifference.Kind.CONCLUDES
                        : says.containsKey(one) ? RuleDifference.Kind.WEIGHS : RuleDifference.Kind.IS_SILENT;
                differences.add(new RuleDifference(
                        phase,
                        one.rule,
                        kind,
                        one.conclusion,
                        said.getOrDefault(one, 0.0),
                        says.getOrDefault(one, 0.0)));
            }
        }
        return differences;
    }

    /** What rules say of the personas concerned, with the log-odds that come with it. */
    private Map<Saying, Double> sayings(Findings findings) {
        Map<String, Double> logOdds = new LinkedHashMap<>();
        for (Evidence one : findings.evidence()) {
            String direction = one.logOdds() > 0 ? " for " : " against ";
            logOdds.merge(one.weight() + direction + one.persona(), one.logOdds(), Double::sum);
        }
        Map<Saying, Double> sayings = new LinkedHashMap<>();
        for (Firing firing : findings.firings()) {
            for (String conclusion : firing.conclusions()) {
                if (isAboutPersonas(conclusion)) {
                    sayings.put(
                            new Saying(firing.phase(), firing.rule(), conclusion),
                            logOdds.getOrDefault(conclusion, 0.0));
                }
            }
        }
        return sayings;
    }

    private boolean isAboutPersonas(String conclusion) {
        return Arrays.stream(conclusion.split(" ")).anyMatch(personas::contains);
    }
}
