package dev.spendsense.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Options with weights, in the order of the file.
 *
 * @param options what can be chosen
 * @param weights one positive number an option; they need not sum to 1
 */
public record Weighted<T>(List<T> options, List<Double> weights) {

    public Weighted {
        options = List.copyOf(options);
        weights = List.copyOf(weights);
        if (options.isEmpty() || options.size() != weights.size()) {
            throw new IllegalArgumentException("one weight an option, and at least one option");
        }
    }

    public static <T> Weighted<T> of(Map<T, Double> weights) {
        return new Weighted<>(new ArrayList<>(weights.keySet()), new ArrayList<>(weights.values()));
    }

    /** The option's share of the total weight, 0 to 1; 0 when it is none of the options. */
    double shareOf(T option) {
        int index = options.indexOf(option);
        return index < 0
                ? 0
                : weights.get(index)
                        / weights.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The option at a share of the total weight, for a share in [0, 1). */
    public T at(double share) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = share * total;
        for (int i = 0; i < options.size(); i++) {
            left -= weights.get(i);
            if (left < 0) {
                return options.get(i);
            }
        }
        return options.get(options.size() - 1);
    }
}
