package dev.spendsense.report.realism;

import dev.spendsense.bank.History;
import dev.spendsense.report.figures.Bootstrap;
import dev.spendsense.report.figures.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The value that a percentage of all values reach at most (nearest rank). A user may have none, one or several values. */
final class Percentile implements Tally {

    private final Function<History, List<Double>> values;
    private final double percentile;
    private final List<Value> all = new ArrayList<>();
    private int users;

    Percentile(Function<History, List<Double>> values, double percentile) {
        this.values = values;
        this.percentile = percentile;
    }

    private record Value(int user, double value) {}

    @Override
    public void add(History history) {
        for (double value : values.apply(history)) {
            all.add(new Value(users, value));
        }
        users++;
    }

    @Override
    public Optional<Estimate> figure() {
        List<Value> sorted =
                all.stream().sorted(Comparator.comparingDouble(Value::value)).toList();
        return Bootstrap.intervals(users, times -> new double[] {at(sorted, times)})
                .get(0);
    }

    /** The percentile when each user counts a number of times; NaN when none that has a value does. */
    private double at(List<Value> sorted, int[] times) {
        long count = 0;
        for (Value value : sorted) {
            count += times[value.user()];
        }
        double rank = Math.max(1, Math.ceil(percentile / 100 * count));
        long passed = 0;
        for (Value value : sorted) {
            passed += times[value.user()];
            if (passed >= rank) {
                return value.value();
            }
        }
        return Double.NaN;
    }
}
