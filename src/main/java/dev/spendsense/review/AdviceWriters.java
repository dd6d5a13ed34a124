package dev.spendsense.review;

import dev.spendsense.dataset.RuleText;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.grammar.RuleOutline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules write which advice, by what the texts say that judged a dataset: nobody is judged again. Where several rules
 * write the same for the same persona, each of them may have.
 */
final class AdviceWriters {

    private static final String ADVICE = "Draft";
    private static final String PERSONA = "Assigned";

    private final List<RuleOutline> rules;
    private final Map<Advice, List<String>> known = new HashMap<>();

    private record Advice(String code, String persona) {}

    private AdviceWriters(List<RuleOutline> rules) {
        this.rules = rules;
    }

    /** @param judging the rules that judged; empty when none did */
    static AdviceWriters of(Optional<RuleText> judging) {
        return new AdviceWriters(judging.map(text -> RuleDiagnosis.ofTexts(RuleSource.of(text.files())).rules().stream()
                        .filter(rule -> rule.conclusions().stream()
                                .anyMatch(conclusion -> conclusion.fact().equals(ADVICE)))
                        .toList())
                .orElse(List.of()));
    }

    /** The names of the rules that write a piece of advice for a persona, in the order of their files. */
    List<String> of(String code, String persona) {
        return known.computeIfAbsent(
                new Advice(code, persona),
                advice -> rules.stream()
                        .filter(rule -> writes(rule, advice))
                        .map(rule -> rule.rule().name())
                        .toList());
    }

    private static boolean writes(RuleOutline rule, Advice advice) {
        boolean same = rule.conclusions().stream()
                .anyMatch(conclusion -> conclusion.fact().equals(ADVICE)
                        && (conclusion.name().isEmpty() || conclusion.name().equals(advice.code)));
        return same
                && rule.matches().stream()
                        .filter(match -> match.fact().equals(PERSONA) && match.role() == RuleOutline.Role.EACH)
                        .allMatch(match ->
                                match.names().isEmpty() || match.names().contains(advice.persona));
    }
}
