package dev.spendsense.report.realism;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.ScenarioText;
import dev.spendsense.scenario.RealismTarget;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How a population compares with real households.
 *
 * @param comparisons one a declared target, in the order of the scenario; empty when no targets are declared
 */
public record Realism(List<Comparison> comparisons) {

    public Realism {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * All users of some datasets, by the targets that the scenarios kept with them declare; reads every posting, one user
     * at a time. Users who are held to the same targets are taken together.
     */
    public static Realism of(List<Dataset> datasets) {
        Map<List<RealismTarget>, List<Dataset>> byTargets = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            byTargets
                    .computeIfAbsent(targets(dataset), same -> new ArrayList<>())
                    .add(dataset);
        }
        List<Comparison> comparisons = new ArrayList<>();
        byTargets.forEach((targets, alike) -> comparisons.addAll(
                measure(targets, histories -> alike.forEach(dataset -> everybody(dataset, histories)))));
        return new Realism(comparisons);
    }

    private static List<RealismTarget> targets(Dataset dataset) {
        ScenarioText text = dataset.run().origin().scenario();
        return ScenarioReader.read(new ScenarioSource(text.name(), text.files(), text.overrides()))
                .realism();
    }

    private static void everybody(Dataset dataset, Consumer<History> histories) {
        dataset.userIds().forEach(user -> histories.accept(dataset.history(user)));
    }

    /** Some users. */
    public static Realism of(Iterable<History> histories, List<RealismTarget> targets) {
        return new Realism(measure(targets, histories::forEach));
    }

    private static List<Comparison> measure(List<RealismTarget> targets, Consumer<Consumer<History>> everybody) {
        if (targets.isEmpty()) {
            return List.of();
        }
        List<Tally> tallies =
                targets.stream().map(target -> Tally.of(target.measure())).toList();
        everybody.accept(history -> tallies.forEach(tally -> tally.add(history)));
        return IntStream.range(0, targets.size())
                .mapToObj(i -> Comparison.of(targets.get(i), tallies.get(i).figure()))
                .toList();
    }

    /** Whether the scenario says what the population is to resemble. */
    public boolean declared() {
        return !comparisons.isEmpty();
    }

    /** Whether every figure is near enough to its target; true without targets. */
    public boolean passed() {
        return comparisons.stream().allMatch(Comparison::passed);
    }
}
