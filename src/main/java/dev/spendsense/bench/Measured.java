package dev.spendsense.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of measuring one thing.
 *
 * @param subject what was measured
 * @param value the figures
 * @param limit what the bare loop reached, each time just after the figure of the same place
 * @param ofLimit how much of the limit was reached, pair by pair: 1 is all of it, whatever the unit
 * @param targets what the medians should come to, and whether they do
 * @param notes what else is worth knowing, in sentences
 */
public record Measured(
        Subject subject,
        Figures value,
        Optional<Figures> limit,
        Optional<Figures> ofLimit,
        List<Target> targets,
        List<String> notes) {

    /**
     * A goal and whether it was reached.
     *
     * @param goal what was to be reached
     * @param met whether the median does
     */
    public record Target(Goal goal, boolean met) {}

    static Measured of(
            Subject subject, List<Double> values, List<Double> limits, List<Goal> goals, List<String> notes) {
        Figures value = Figures.of(values);
        Optional<Figures> limit = limits.isEmpty() ? Optional.empty() : Optional.of(Figures.of(limits));
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            shares.add(subject.timesAsFast(values.get(i), limits.get(i)));
        }
        Optional<Figures> ofLimit = shares.isEmpty() ? Optional.empty() : Optional.of(Figures.of(shares));
        List<Target> targets = goals.stream()
                .map(goal -> new Target(
                        goal,
                        goal.ofLimit()
                                ? ofLimit.orElseThrow().median() >= goal.bound()
                                : reaches(subject, value.median(), goal.bound())))
                .toList();
        return new Measured(subject, value, limit, ofLimit, targets, List.copyOf(notes));
    }

    private static boolean reaches(Subject subject, double value, double bound) {
        return subject.moreIsBetter() ? value >= bound : value <= bound;
    }

    /** What two results are compared by: the share of the limit, which other programs disturb least, or the figure itself. */
    Figures compared() {
        return ofLimit.orElse(value);
    }

    /** Whether more is better in {@link #compared()}. */
    boolean moreIsBetter() {
        return ofLimit.isPresent() || subject.moreIsBetter();
    }
}
