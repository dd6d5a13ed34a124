package dev.spendsense.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What got faster or slower from one result to another. Compared is the share of the limit where there is one, since a busy
 * or a slower machine moves the limit too, else the figure itself.
 *
 * <p>A change is told when the samples of the two results lie apart by more than chance puts them (the exact rank test of
 * Mann and Whitney, at 5 in 100, which no stray sample can sway) and the medians by more than 5%. ClickHouse's performance
 * tests go about it likewise.
 *
 * @param changes one for each thing that both have measured
 * @param unlike what was not the same when they were measured, in sentences
 * @param missing names of what only one of them has measured
 */
public record Comparison(List<Change> changes, List<String> unlike, List<String> missing) {

    /** Smaller differences are of no interest. */
    private static final double WORTH_TELLING = 0.05;

    /** Chance may be taken for a change in so many cases. */
    private static final double LEVEL = 0.05;

    /** What can be said of a change. */
    public enum Verdict {
        FASTER,
        SLOWER,
        /** The medians are too much alike to be worth telling apart. */
        SAME,
        /** The medians differ, but chance may have done it. */
        UNCERTAIN,
        /** Even if all samples of one lay above all of the other, chance might have done it. */
        TOO_FEW
    }

    /**
     * How one thing changed.
     *
     * @param subject what was measured
     * @param old what it was
     * @param now what it is
     * @param change 0.1 when it is a tenth faster, -0.1 when it is a tenth slower
     * @param noise how far a sample lies from the median of its result, typically and as a share of it
     */
    public record Change(Subject subject, Measured old, Measured now, double change, double noise, Verdict verdict) {}

    /** Compares two results. */
    public static Comparison of(Result old, Result now) {
        List<Change> changes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Measured each : now.measured()) {
            Optional<Measured> before = find(each, old);
            before.ifPresentOrElse(
                    found -> changes.add(change(found, each)),
                    () -> missing.add(each.subject().name()));
        }
        for (Measured each : old.measured()) {
            if (find(each, now).isEmpty()) {
                missing.add(each.subject().name());
            }
        }
        return new Comparison(changes, unlike(old, now), missing);
    }

    /** What differs between the machines of two results, in words; empty when they are alike. */
    public static List<String> machines(Result old, Result now) {
        return old.machine().differences(now.machine());
    }

    /** Whether anything got slower. */
    public boolean slower() {
        return changes.stream().anyMatch(change -> change.verdict() == Verdict.SLOWER);
    }

    private static Optional<Measured> find(Measured wanted, Result result) {
        return result.measured().stream()
                .filter(each -> each.subject().name().equals(wanted.subject().name())
                        && each.ofLimit().isPresent() == wanted.ofLimit().isPresent())
                .findFirst();
    }

    private static List<String> unlike(Result old, Result now) {
        List<String> unlike = new ArrayList<>();
        if (!old.settings().equals(now.settings())) {
            unlike.add("the sizes differ: " + old.settings().inWords() + ", against "
                    + now.settings().inWords());
        }
        if (!old.program().rules().equals(now.program().rules())) {
            unlike.add("the rules differ");
        }
        if (old.busy() != now.busy()) {
            unlike.add("the machine was busy during the " + (old.busy() ? "first" : "second") + " one only");
        }
        return unlike;
    }

    private static Change change(Measured old, Measured now) {
        List<Double> before = old.compared().samples();
        List<Double> after = now.compared().samples();
        boolean moreIsBetter = now.moreIsBetter();
        double change = timesAsFast(now.compared().median(), old.compared().median(), moreIsBetter) - 1;
        return new Change(now.subject(), old, now, change, noise(before, after), verdict(change, before, after));
    }

    private static double timesAsFast(double now, double old, boolean moreIsBetter) {
        return moreIsBetter ? now / old : old / now;
    }

    private static double noise(List<Double> before, List<Double> after) {
        return Figures.median(
                Stream.concat(distances(before), distances(after)).sorted().toList());
    }

    private static Stream<Double> distances(List<Double> samples) {
        double median = Figures.of(samples).median();
        return samples.stream().map(sample -> Math.abs(sample / median - 1));
    }

    private static Verdict verdict(double change, List<Double> before, List<Double> after) {
        RankTest test = RankTest.of(before, after);
        if (test.lowestChance() > LEVEL) {
            return Verdict.TOO_FEW;
        }
        if (Math.abs(change) <= WORTH_TELLING) {
            return Verdict.SAME;
        }
        if (test.chance() > LEVEL) {
            return Verdict.UNCERTAIN;
        }
        return change > 0 ? Verdict.FASTER : Verdict.SLOWER;
    }
}
