package dev.spendsense.report.fairness;

import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Whether groups of customers fare alike, given the same truth, at the latest look at each (equality of opportunity: M.
 * Hardt, E. Price and N. Srebro, "Equality of opportunity in supervised learning", 2016). A group passes when its rates
 * reach four fifths of the best group's (29 CFR 1607.4(D)). Customers in whom nothing was planted are left out.
 *
 * @param fourFifths the lowest ratio that passes
 * @param smallest users whom a group must have to be judged, and to be the best that others are held against
 * @param attributes age, region, and for information income
 */
public record Fairness(double fourFifths, int smallest, List<Attribute> attributes) {

    private static final double FOUR_FIFTHS = 0.8;
    private static final int SMALLEST = 30;

    public Fairness {
        attributes = List.copyOf(attributes);
    }

    public static Fairness of(Study study) {
        return new Fairness(
                FOUR_FIFTHS,
                SMALLEST,
                List.of(
                        attribute("age", true, study, Group::ofAge),
                        attribute("region", true, study, Group::ofRegion),
                        attribute("annual_income", false, study, Group::ofIncome)));
    }

    private static Attribute attribute(String name, boolean judged, Study study, Function<Subject, Group> group) {
        SortedMap<Group, Treatment> groups = new TreeMap<>();
        SortedMap<String, Double> shares = new TreeMap<>();
        for (Subject subject : study.subjects()) {
            Look look = subject.last();
            subject.truthAt(look).ifPresent(truth -> {
                boolean wrong = look.personas().stream().anyMatch(one -> !subject.holds(one.persona(), look.asOf()));
                groups.computeIfAbsent(group.apply(subject), key -> new Treatment())
                        .add(truth, subject.isNoticed(truth, look), wrong);
                shares.merge(truth, 1.0, Double::sum);
            });
        }
        List<GroupComparison> comparisons = new ArrayList<>();
        comparisons.add(comparison("", groups, shares));
        shares.keySet().forEach(truth -> comparisons.add(comparison(truth, groups, Map.of(truth, 1.0))));
        List<GroupRate> rates =
                comparisons.stream().flatMap(one -> one.groups().stream()).toList();
        return new Attribute(name, judged, verdict(rates), lowestRatio(rates), comparisons);
    }

    private static GroupComparison comparison(
            String truth, SortedMap<Group, Treatment> groups, Map<String, Double> shares) {
        List<Treatment> large = groups.values().stream()
                .filter(treatment -> treatment.users(shares) >= SMALLEST)
                .toList();
        OptionalDouble mostRight = best(large, treatment -> value(treatment.right(shares)));
        OptionalDouble mostSpared = best(large, treatment -> 1 - value(treatment.wrong(shares)));
        List<GroupRate> rates = new ArrayList<>();
        groups.forEach((group, treatment) -> {
            int users = treatment.users(shares);
            if (users > 0) {
                Rate right = treatment.right(shares);
                Rate wrong = treatment.wrong(shares);
                OptionalDouble rightRatio = ratio(value(right), mostRight);
                OptionalDouble sparedRatio = ratio(1 - value(wrong), mostSpared);
                boolean tooSmall = users < SMALLEST || rightRatio.isEmpty() || sparedRatio.isEmpty();
                boolean passes = !tooSmall
                        && rightRatio.getAsDouble() >= FOUR_FIFTHS
                        && sparedRatio.getAsDouble() >= FOUR_FIFTHS;
                rates.add(new GroupRate(
                        group.name(),
                        users,
                        right,
                        wrong,
                        rightRatio,
                        sparedRatio,
                        tooSmall ? Verdict.TOO_SMALL : passes ? Verdict.PASSED : Verdict.FAILED));
            }
        });
        return new GroupComparison(truth, rates);
    }

    private static Verdict verdict(List<GroupRate> rates) {
        return rates.stream()
                .map(GroupRate::verdict)
                .filter(verdict -> verdict != Verdict.TOO_SMALL)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.TOO_SMALL);
    }

    private static OptionalDouble lowestRatio(List<GroupRate> rates) {
        return rates.stream()
                .filter(rate -> rate.verdict() != Verdict.TOO_SMALL)
                .mapToDouble(rate -> Math.min(
                        rate.rightRatio().getAsDouble(), rate.sparedRatio().getAsDouble()))
                .min();
    }

    /** Empty when there are not two groups large enough to be compared. */
    private static OptionalDouble best(List<Treatment> large, ToDoubleFunction<Treatment> rate) {
        return large.size() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(large.stream().mapToDouble(rate).max().getAsDouble());
    }

    private static OptionalDouble ratio(double rate, OptionalDouble best) {
        return best.isEmpty() || best.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rate / best.getAsDouble());
    }

    private static double value(Rate rate) {
        return rate.share().orElseThrow().value();
    }
}
