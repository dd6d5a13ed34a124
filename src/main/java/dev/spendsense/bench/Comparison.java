package dev.spendsense.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What got faster or slower from one result to another. Compared is the share of the limit where there is one, since a busy
 * or a slower machine moves the limit too, else the figure itself.
 *
 * <p>Whether a difference is more than noise is asked of the samples themselves (a randomization test of the difference of
 * medians, as in Box, Hunter and Hunter, "Statistics for Experimenters", and in ClickHouse's performance tests): all
 * samples are dealt to two heaps in every possible way, and the difference that was found has to be larger than in 95 of
 * 100 of them, and larger than 5%.
 *
 * @param changes one for each thing that both have measured
 * @param unlike what was not the same when they were measured, in sentences
 * @param missing names of what only one of them has measured
 */
public record Comparison(List<Change> changes, List<String> unlike, List<String> missing) {

    /** Smaller differences are of no interest. */
    static final double WORTH_TELLING = 0.05;

    /** What can be said of a change. */
    public enum Verdict {
        FASTER,
        SLOWER,
        /** No difference that is both larger than noise and worth telling. */
        SAME,
        /** Noise alone makes larger differences than are worth telling. */
        UNSTABLE,
        /** Even the largest difference between so few samples could be noise. */
        TOO_FEW
    }

    /**
     * How one thing changed.
     *
     * @param subject what was measured
     * @param old what it was
     * @param now what it is
     * @param change 0.1 when it is a tenth faster, -0.1 when it is a tenth slower
     * @param noise size of the change that noise alone exceeds in 5 of 100 cases
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
            unlike.add("the sizes differ: " + old.settings() + " against " + now.settings());
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
        Randomization noise = Randomization.of(before, after);
        return new Change(now.subject(), old, now, change, noise.threshold(), verdict(change, noise));
    }

    private static double timesAsFast(double now, double old, boolean moreIsBetter) {
        return moreIsBetter ? now / old : old / now;
    }

    private static Verdict verdict(double change, Randomization noise) {
        if (noise.tooFew()) {
            return Verdict.TOO_FEW;
        }
        if (Math.abs(change) > WORTH_TELLING && noise.exceeded()) {
            return change > 0 ? Verdict.FASTER : Verdict.SLOWER;
        }
        return noise.threshold() > WORTH_TELLING ? Verdict.UNSTABLE : Verdict.SAME;
    }
}
