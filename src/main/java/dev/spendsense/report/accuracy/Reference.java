package dev.spendsense.report.accuracy;

import java.util.List;

/**
 * What somebody who has seen the truth of other customers makes of the same signals: a yardstick for the rules.
 *
 * @param classifier what it is, in words
 * @param seeds of the populations that it was fitted to, none of which is measured here
 * @param macroF1 what it reaches on the same customers at the same looks, 0 to 1
 */
public record Reference(String classifier, List<Long> seeds, double macroF1) {

    public Reference {
        seeds = List.copyOf(seeds);
    }
}
