package dev.spendsense.report.fairness;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return new Attribute(name, judged, verdict(rates), lowestRatio(comparisons), comparisons);
    }

    private static GroupComparison comparison(
            String truth, SortedMap<Group, Treatment> groups, Map<String, Double> shares) {
        List<Treatment> large = groups.values().stream()
                .filter(treatment -> treatment.users(shares) >= SMALLEST)
                .toList();
        OptionalDouble mostRight =
                best(large, treatment -> right(treatment, shares).value());
        OptionalDouble mostSpared =
                best(large, treatment -> spared(treatment, shares).value());
        List<GroupRate> rates = new ArrayList<>();
        groups.forEach((group, treatment) -> {
            int users = treatment.users(shares);
            if (users > 0) {
                OptionalDouble rightRatio = ratio(right(treatment, shares).value(), mostRight);
                OptionalDouble sparedRatio = ratio(spared(treatment, shares).value(), mostSpared);
                boolean tooSmall = users < SMALLEST || rightRatio.isEmpty() || sparedRatio.isEmpty();
                boolean passes = !tooSmall
                        && rightRatio.getAsDouble() >= FOUR_FIFTHS
                        && sparedRatio.getAsDouble() >= FOUR_FIFTHS;
                rates.add(new GroupRate(
                        group.name(),
                        users,
                        treatment.right(shares),
                        treatment.wrong(shares),
                        rightRatio,
                        sparedRatio,
                        tooSmall ? Verdict.TOO_SMALL : passes ? Verdict.PASSED : Verdict.FAILED));
            }
        });
        return new GroupComparison(truth, rates);
    }

    private static Estimate right(Treatment treatment, Map<String, Double> shares) {
        return treatment.right(shares).share().orElseThrow();
    }

    private static Estimate spared(Treatment treatment, Map<String, Double> shares) {
        return opposite(treatment.wrong(shares).share().orElseThrow());
    }

    private static Estimate opposite(Estimate share) {
        return new Estimate(1 - share.value(), 1 - share.high(), 1 - share.low());
    }

    private static Verdict verdict(List<GroupRate> rates) {
        return rates.stream()
                .map(GroupRate::verdict)
                .filter(verdict -> verdict != Verdict.TOO_SMALL)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.TOO_SMALL);
    }

    private static Optional<LowestRatio> lowestRatio(List<GroupComparison> comparisons) {
        List<LowestRatio> ratios = new ArrayList<>();
        for (GroupComparison comparison : comparisons) {
            List<GroupRate> large = comparison.groups().stream()
                    .filter(group -> group.verdict() != Verdict.TOO_SMALL)
                    .toList();
            for (GroupRate group : large) {
                ratios.add(new LowestRatio(
                        comparison.truth(),
                        group.group(),
                        true,
                        group.rightRatio().getAsDouble(),
                        group.users(),
                        beyondChance(group, large, one -> one.right().share().orElseThrow())));
                ratios.add(new LowestRatio(
                        comparison.truth(),
                        group.group(),
                        false,
                        group.sparedRatio().getAsDouble(),
                        group.users(),
                        beyondChance(
                                group,
                                large,
                                one -> opposite(one.wrong().share().orElseThrow()))));
            }
        }
        return ratios.stream().min(Comparator.comparingDouble(LowestRatio::ratio));
    }

    /** Whether zero is outside the interval of the difference between the best rate and a group's. */
    private static boolean beyondChance(GroupRate group, List<GroupRate> all, Function<GroupRate, Estimate> rate) {
        Estimate best = all.stream()
                .map(rate)
                .max(Comparator.comparingDouble(Estimate::value))
                .orElseThrow();
        Estimate own = rate.apply(group);
        return best.value() - own.value() > Math.hypot(best.value() - best.low(), own.high() - own.value());
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
}
