package dev.spendsense.rules.grammar;

import dev.spendsense.rules.vetting.DrlRule;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule looks for and what it concludes.
 *
 * @param file where it stands
 * @param phase when it fires
 * @param rule its words
 * @param matches the facts it looks for
 * @param conclusions the facts it inserts
 */
public record RuleOutline(String file, String phase, DrlRule rule, List<Match> matches, List<Conclusion> conclusions) {

    /** How a rule looks at facts: at each, or only whether there are any. */
    public enum Role {
        EACH,
        SUMMED_UP,
        EXISTS,
        NOT
    }

    /**
     * A fact that is looked for.
     *
     * @param fact name of the fact
     * @param role how
     * @param texts for each field that is compared with texts, those that it may have
     * @param place where
     */
    public record Match(String fact, Role role, Map<String, Set<String>> texts, DrlToken place) {

        private static final Map<String, String> NAMED_BY =
                Map.of("Reading", "type", "Unmeasured", "type", "Note", "name", "Draft", "code", "Blocked", "code");

        /** Whether a conclusion may be what is looked for. */
        public boolean accepts(Conclusion conclusion) {
            Set<String> names = names();
            return fact.equals(conclusion.fact())
                    && (names.isEmpty() || conclusion.name().isEmpty() || names.contains(conclusion.name()));
        }

        /** The names of the fact that are looked for; empty for any. */
        public Set<String> names() {
            return texts.getOrDefault(NAMED_BY.getOrDefault(fact, "persona"), Set.of());
        }
    }

    /**
     * A fact that is concluded.
     *
     * @param fact name of the fact
     * @param name of the signal, persona, note or advice; empty when it follows from the facts
     * @param place where
     */
    public record Conclusion(String fact, String name, DrlToken place) {}

    static RuleOutline of(String file, String phase, DrlRule rule) {
        return new RuleOutline(file, phase, rule, new ArrayList<>(), new ArrayList<>());
    }
}
