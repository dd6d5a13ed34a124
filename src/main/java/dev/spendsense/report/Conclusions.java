package dev.spendsense.report;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.Tallies;
import dev.spendsense.report.accuracy.Confusion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What rules have concluded over a whole dataset, in sums.
 *
 * @param rules what judged the users
 * @param detectedSignals signals beyond their threshold, over all users and windows
 * @param confusion planted profiles against primary personas
 * @param unusedContents codes of the advice that nobody got, in order
 */
public record Conclusions(RuleText rules, int detectedSignals, Confusion confusion, List<String> unusedContents) {

    public Conclusions {
        unusedContents = List.copyOf(unusedContents);
    }

    /** The sums of a dataset; empty when no rules judged it. */
    public static Optional<Conclusions> of(Dataset dataset) {
        return dataset.run().origin().rules().map(rules -> of(dataset, rules));
    }

    private static Conclusions of(Dataset dataset, RuleText rules) {
        Tallies tallies = dataset.tallies();
        Set<String> used = tallies.recommendationsByContent().keySet();
        List<String> unused = rules.contents().stream()
                .map(RuleText.Word::name)
                .filter(code -> !used.contains(code))
                .sorted()
                .toList();
        return new Conclusions(rules, tallies.detectedSignals(), Confusion.of(dataset), unused);
    }
}
