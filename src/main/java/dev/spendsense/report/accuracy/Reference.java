package dev.spendsense.report.accuracy;

import dev.spendsense.report.figures.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody who has seen the truth of other customers makes of the same signals: a yardstick for the rules.
 *
 * @param classifier what it is, in words
 * @param seeds of the populations that it was fitted to, none of which is measured here
 * @param customers how many it was fitted to
 * @param macroF1 what it reaches on the same customers at the latest look at each, 0 to 1
 * @param ratio the rules' macro-F1 over its own; empty when it finds nothing
 */
public record Reference(String classifier, List<Long> seeds, int customers, double macroF1, Optional<Estimate> ratio) {

    public Reference {
        seeds = List.copyOf(seeds);
    }
}
