package dev.spendsense.workbench.explain;

import dev.spendsense.findings.Firing;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.grammar.RuleOutline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rule concluded what, and where it stands. */
final class Attribution {

    private final List<Firing> firings;
    private final List<RuleOutline> rules;
    private final Map<String, RulePlace> places = new HashMap<>();

    /** @param firings with every firing of one look */
    Attribution(RuleSource source, List<Firing> firings) {
        this.firings = firings;
        this.rules = RuleDiagnosis.ofTexts(source).rules();
        rules.forEach(rule -> places.put(rule.rule().name(), place(rule)));
    }

    static RulePlace place(RuleOutline rule) {
        return new RulePlace(rule.rule().name(), rule.file(), rule.rule().line());
    }

    List<RuleOutline> rules() {
        return rules;
    }

    /** The rules that conclude a fact. */
    List<RuleOutline> concluding(String fact) {
        return rules.stream()
                .filter(rule ->
                        rule.conclusions().stream().anyMatch(it -> it.fact().equals(fact)))
                .toList();
    }

    /** The rules that inserted something, told by its words. */
    List<RulePlace> behind(Object finding) {
        String words = String.valueOf(finding);
        return firings.stream()
                .filter(firing -> firing.outcome().equals(words))
                .map(firing -> places.get(firing.rule()))
                .distinct()
                .toList();
    }

    /** What a rule inserted. */
    List<Firing> firings(RuleOutline rule) {
        return firings.stream()
                .filter(firing -> firing.rule().equals(rule.rule().name()))
                .toList();
    }

    /** What the rules of a phase noted for each other. */
    List<Explanation.Noted> notes(String phase) {
        List<Explanation.Noted> notes = new ArrayList<>();
        for (RuleOutline rule : concluding("Note")) {
            if (rule.phase().equals(phase)) {
                firings(rule).stream()
                        .flatMap(firing -> firing.conclusions().stream())
                        .forEach(said -> notes.add(new Explanation.Noted(said, place(rule))));
            }
        }
        return notes;
    }

    /** What all rules together say by inserting a fact of some kind. */
    List<String> conclusions(String fact) {
        List<String> conclusions = new ArrayList<>();
        concluding(fact).forEach(rule -> firings(rule).forEach(firing -> conclusions.addAll(firing.conclusions())));
        return conclusions;
    }
}
