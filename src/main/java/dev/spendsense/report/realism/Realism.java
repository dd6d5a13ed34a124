package dev.spendsense.report.realism;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.scenario.RealismTarget;
import java.util.Collection;
import java.util.List;
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

    /** All users of some datasets, taken together; reads every posting of theirs, one user at a time. */
    public static Realism of(Collection<Dataset> datasets, List<RealismTarget> targets) {
        return measure(
                targets,
                histories -> datasets.forEach(
                        dataset -> dataset.userIds().forEach(user -> histories.accept(dataset.history(user)))));
    }

    /** Some users. */
    public static Realism of(Iterable<History> histories, List<RealismTarget> targets) {
        return measure(targets, histories::forEach);
    }

    private static Realism measure(List<RealismTarget> targets, Consumer<Consumer<History>> everybody) {
        if (targets.isEmpty()) {
            return new Realism(List.of());
        }
        List<Tally> tallies =
                targets.stream().map(target -> Tally.of(target.measure())).toList();
        everybody.accept(history -> tallies.forEach(tally -> tally.add(history)));
        return new Realism(IntStream.range(0, targets.size())
                .mapToObj(i -> Comparison.of(targets.get(i), tallies.get(i).figure()))
                .toList());
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
