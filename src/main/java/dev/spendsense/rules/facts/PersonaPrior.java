package dev.spendsense.rules.facts;

import dev.spendsense.findings.Evidence;
import java.util.List;
import java.util.Map;

/**
 * A persona that is judged by evidence.
 *
 * @param persona name in the vocabulary
 * @param logOdds what is believed of it before anything was seen
 * @param caps what each group of evidence can count at most, either way
 * @param order position in the vocabulary; settles ties
 */
public record PersonaPrior(String persona, double logOdds, Map<String, Double> caps, int order) {

    /** The sum of the evidence for the persona, where each group counts up to its cap. */
    public double weigh(List<Evidence> evidence) {
        double total = 0;
        for (Map.Entry<String, Double> group : caps.entrySet()) {
            double sum = 0;
            for (Evidence one : evidence) {
                sum += one.group().equals(group.getKey()) ? one.logOdds() : 0;
            }
            total += Math.max(-group.getValue(), Math.min(group.getValue(), sum));
        }
        return total;
    }
}
