package dev.spendsense.report.calibration;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A population of other proportions than the one at hand: how much each planted profile counts.
 *
 * @param shares of the population, by profile; together 1
 */
record Mix(SortedMap<String, Double> shares) {

    /**
     * What part of a bank's customers show nothing remarkable in the second mix. Test populations are planted full of
     * personas; most real customers have none.
     */
    private static final double UNREMARKABLE = 0.7;

    /**
     * Most customers unremarkable, the others in equal parts; equal parts for all where there are not both kinds.
     *
     * @param unremarkable profiles that rules assign for want of anything else
     * @param others all other profiles
     */
    static Mix mostlyUnremarkable(List<String> unremarkable, List<String> others) {
        SortedMap<String, Double> shares = new TreeMap<>();
        boolean both = !unremarkable.isEmpty() && !others.isEmpty();
        int all = unremarkable.size() + others.size();
        unremarkable.forEach(name -> shares.put(name, both ? UNREMARKABLE / unremarkable.size() : 1.0 / all));
        others.forEach(name -> shares.put(name, both ? (1 - UNREMARKABLE) / others.size() : 1.0 / all));
        return new Mix(shares);
    }

    /**
     * How much a claim counts so that looks, by what was true at them, have the shares of this mix. Claims of looks at
     * which nothing was true do not count.
     *
     * @param looksByTruth how many looks there are in the study
     */
    ToDoubleFunction<Claim> weight(SortedMap<String, Integer> looksByTruth) {
        double all = looksByTruth.values().stream().mapToInt(Integer::intValue).sum();
        return claim -> {
            Optional<String> truth = claim.truth();
            return truth.isEmpty() ? 0 : shares.getOrDefault(truth.get(), 0.0) * all / looksByTruth.get(truth.get());
        };
    }
}
