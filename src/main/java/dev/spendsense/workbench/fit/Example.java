package dev.spendsense.workbench.fit;

import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Score;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.Persona;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One persona of one user.
 *
 * @param prior name of the parameter
 * @param groups evidence by group
 * @param most the highest confidence that is possible: 1 where a criterion is met
 * @param holds whether the persona is true
 */
record Example(String prior, List<Group> groups, double most, boolean holds) {

    /** Parameter with the highest confidence without a criterion. */
    static final String NO_CRITERION = "no_criterion_cap";

    private static final double ROUNDING = 1e-4;

    /**
     * Evidence that counts up to a cap.
     *
     * @param cap log-odds, either way
     * @param strengths what each weight is multiplied by, by name of the weight
     */
    record Group(double cap, Map<String, Double> strengths) {

        double sum(Map<String, Double> values) {
            double sum = 0;
            for (Map.Entry<String, Double> one : strengths.entrySet()) {
                sum += one.getValue() * values.get(one.getKey());
            }
            return sum;
        }
    }

    /**
     * All personas of a user.
     *
     * @param truths personas that are true
     * @throws IllegalStateException when the rules do not compute confidence as the sum of a prior and of groups
     */
    static List<Example> of(RuleBase rules, Findings findings, List<String> truths) {
        Parameters parameters = rules.definitions().parameters();
        List<Example> examples = new ArrayList<>();
        for (Score score : findings.scores()) {
            Persona persona = rules.definitions().vocabulary().personas().get(score.persona());
            if (persona == null || persona.groups().isEmpty()) {
                continue;
            }
            List<Group> groups = new ArrayList<>();
            double logOdds = parameters.value(persona.priorParameter());
            for (String group : persona.groups()) {
                double cap = parameters.value(persona.capParameter(group));
                Map<String, Double> strengths = new LinkedHashMap<>();
                double sum = 0;
                for (Evidence one : findings.evidence()) {
                    double weight = parameters.value(one.weight());
                    if (one.persona().equals(persona.name()) && one.group().equals(group) && weight != 0) {
                        strengths.merge(one.weight(), one.logOdds() / weight, Double::sum);
                        sum += one.logOdds();
                    }
                }
                groups.add(new Group(cap, strengths));
                logOdds += Math.max(-cap, Math.min(cap, sum));
            }
            if (Math.abs(logOdds - score.logOdds()) > ROUNDING) {
                throw new IllegalStateException("the log-odds of " + persona.name() + " of user " + findings.userId()
                        + " are " + score.logOdds() + ", but prior and capped groups sum up to " + logOdds
                        + "; only rules that add them up can be fitted");
            }
            double most = score.candidate() ? 1 : parameters.value(NO_CRITERION);
            examples.add(new Example(persona.priorParameter(), groups, most, truths.contains(persona.name())));
        }
        return examples;
    }

    /** Log-odds by other values. */
    double logOdds(Map<String, Double> values) {
        double sum = values.get(prior);
        for (Group group : groups) {
            sum += Math.max(-group.cap, Math.min(group.cap, group.sum(values)));
        }
        return sum;
    }
}
