package dev.spendsense.workbench.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case: whom the rules look at, and what they have to conclude.
 *
 * @param name of a variant: the name of its example, a slash, its own
 * @param file path as people would type it
 * @param line in the file, from 1
 * @param asOf the day at which the rules look; the end of the history where none is given
 * @param parameters values that are used in place of those in the rule folder
 * @param wording texts that stand in {@code content.yaml}, with those that are put in their place
 */
record Case(
        String name,
        String file,
        int line,
        Given given,
        Optional<LocalDate> asOf,
        Map<String, Double> parameters,
        Map<String, String> wording,
        Expectations expect) {

    /**
     * A case with its variants, in order; just one case where there are none.
     *
     * @param boundaryOf rules that come to a conclusion in the first of two variants which they do not reach in the
     *     second
     */
    record Example(String name, List<Case> cases, List<String> boundaryOf) {}
}
