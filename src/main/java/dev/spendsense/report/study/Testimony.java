package dev.spendsense.report.study;

import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What speaks for each persona, summed over all looks: over which windows its evidence is measured, and what each piece
 * amounts to where the persona is true.
 */
public final class Testimony {

    private final Map<String, SortedMap<Integer, Double>> weightByWindow = new HashMap<>();
    private final Map<String, SortedMap<String, Double>> logOddsWhenTrue = new HashMap<>();
    private final Map<String, Integer> looksWhenTrue = new HashMap<>();

    /** Takes in what was found at a look, and which personas were true then. */
    void add(Findings findings, Collection<String> truths) {
        for (Evidence evidence : findings.evidence()) {
            String persona = evidence.persona();
            evidence.signal()
                    .ifPresent(signal -> addWindow(persona, signal.windowDays(), Math.abs(evidence.logOdds())));
            if (truths.contains(persona)) {
                logOddsWhenTrue
                        .computeIfAbsent(persona, name -> new TreeMap<>())
                        .merge(evidence.weight(), evidence.logOdds(), Double::sum);
            }
        }
        truths.forEach(persona -> looksWhenTrue.merge(persona, 1, Integer::sum));
    }

    private void addWindow(String persona, int days, double weight) {
        weightByWindow.computeIfAbsent(persona, name -> new TreeMap<>()).merge(days, weight, Double::sum);
    }

    void add(Testimony other) {
        other.weightByWindow.forEach(
                (persona, windows) -> windows.forEach((days, weight) -> addWindow(persona, days, weight)));
        other.logOddsWhenTrue.forEach((persona, own) -> own.forEach((weight, logOdds) -> logOddsWhenTrue
                .computeIfAbsent(persona, name -> new TreeMap<>())
                .merge(weight, logOdds, Double::sum)));
        other.looksWhenTrue.forEach((persona, looks) -> looksWhenTrue.merge(persona, looks, Integer::sum));
    }

    /**
     * The window that a persona's definition turns on, in days: the shortest one such that at least half of its evidence
     * by weight is measured over windows no longer. Empty when no evidence was seen.
     */
    public OptionalInt definingWindow(String persona) {
        SortedMap<Integer, Double> windows = weightByWindow.getOrDefault(persona, Collections.emptySortedMap());
        double all = windows.values().stream().mapToDouble(Double::doubleValue).sum();
        double sum = 0;
        for (Map.Entry<Integer, Double> window : windows.entrySet()) {
            sum += window.getValue();
            if (sum >= all / 2) {
                return OptionalInt.of(window.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /** What pieces of evidence amount to on average where a persona is true: log-odds by the name of the weight. */
    public SortedMap<String, Double> usual(String persona) {
        SortedMap<String, Double> usual = new TreeMap<>();
        int looks = looksWhenTrue.getOrDefault(persona, 0);
        logOddsWhenTrue
                .getOrDefault(persona, Collections.emptySortedMap())
                .forEach((weight, logOdds) -> usual.put(weight, logOdds / looks));
        return usual;
    }
}
