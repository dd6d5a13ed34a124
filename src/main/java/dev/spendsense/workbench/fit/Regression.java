package dev.spendsense.workbench.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression by projected gradient descent with halving steps. It minimizes the mean log loss of an example plus
 * {@code hold} times the mean over parameters of ((value − present value) / max(1, |present value|))². The same examples
 * give the same values.
 */
final class Regression {

    private static final int ROUNDS = 200;
    private static final double FIRST_STEP = 4;
    private static final double LAST_STEP = 1e-6;
    private static final double LEAST_WEIGHT = 0.01;
    private static final double SURE = 1e-9;

    private final List<Example> examples;
    private final Map<String, Double> present;
    private final double hold;

    /**
     * @param present values to begin with and to stay near, of all priors and weights
     * @param hold how strongly, more than 0
     */
    Regression(List<Example> examples, Map<String, Double> present, double hold) {
        this.examples = examples;
        this.present = present;
        this.hold = hold;
    }

    Map<String, Double> fit() {
        Map<String, Double> values = present;
        double loss = loss(values);
        double step = FIRST_STEP;
        for (int round = 0; round < ROUNDS && step > LAST_STEP; round++) {
            Map<String, Double> slope = slope(values);
            Map<String, Double> next = moved(values, slope, step);
            double nextLoss = loss(next);
            while (nextLoss >= loss && step > LAST_STEP) {
                step /= 2;
                next = moved(values, slope, step);
                nextLoss = loss(next);
            }
            if (nextLoss < loss) {
                values = next;
                loss = nextLoss;
                step *= 2;
            }
        }
        return values;
    }

    double loss(Map<String, Double> values) {
        double loss = 0;
        for (Example example : examples) {
            double confidence = Math.min(example.most(), logistic(example.logOdds(values)));
            double right = example.holds() ? confidence : 1 - confidence;
            loss -= StrictMath.log(Math.max(SURE, right));
        }
        double far = 0;
        for (Map.Entry<String, Double> one : values.entrySet()) {
            double away = (one.getValue() - present.get(one.getKey())) / scale(one.getKey());
            far += away * away;
        }
        return loss / examples.size() + hold * far / values.size();
    }

    private Map<String, Double> slope(Map<String, Double> values) {
        Map<String, Double> slope = new LinkedHashMap<>();
        values.forEach((name, value) ->
                slope.put(name, 2 * hold * (value - present.get(name)) / (scale(name) * scale(name) * values.size())));
        for (Example example : examples) {
            double confidence = logistic(example.logOdds(values));
            if (confidence > example.most()) {
                continue; // held down, whatever the values are
            }
            double wrong = (confidence - (example.holds() ? 1 : 0)) / examples.size();
            slope.merge(example.prior(), wrong, Double::sum);
            for (Example.Group group : example.groups()) {
                if (Math.abs(group.sum(values)) < group.cap()) {
                    group.strengths().forEach((weight, strength) -> slope.merge(weight, wrong * strength, Double::sum));
                }
            }
        }
        return slope;
    }

    private Map<String, Double> moved(Map<String, Double> values, Map<String, Double> slope, double step) {
        Map<String, Double> moved = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            double scale = scale(name);
            double next = value - step * scale * scale * slope.get(name);
            moved.put(name, Fit.isPrior(name) ? next : ofSign(present.get(name), next));
        });
        return moved;
    }

    /** What an analyst thought to speak for a persona never comes to speak against it. */
    private static double ofSign(double present, double next) {
        return present > 0 ? Math.max(LEAST_WEIGHT, next) : Math.min(-LEAST_WEIGHT, next);
    }

    private double scale(String name) {
        return Math.max(1, Math.abs(present.get(name)));
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
