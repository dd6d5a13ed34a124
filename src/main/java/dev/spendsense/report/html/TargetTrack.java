package dev.spendsense.report.html;

import dev.spendsense.findings.Comparison;
import dev.spendsense.report.Target;
import dev.spendsense.report.figures.Estimate;
import java.util.stream.DoubleStream;

/**
 * How far a figure is from its target. The target is in the middle and what is better is on the right, so that figures of
 * all units read alike.
 */
final class TargetTrack {

    private static final double LEAST_REACH = 0.1;
    private static final double AIR = 1.2;

    private final Target target;
    private final boolean moreIsBetter;

    TargetTrack(Target target) {
        this.target = target;
        this.moreIsBetter = target.comparison() == Comparison.ABOVE || target.comparison() == Comparison.AT_LEAST;
    }

    Element element() {
        double reach = AIR * distances().map(Math::abs).max().orElse(0);
        double least = Math.max(LEAST_REACH * Math.abs(target.target()), target.target() == 0 ? LEAST_REACH : 0);
        double end = Math.max(reach, least);
        Track track = new Track(new Axis(-end, end, end), words())
                .ground(0, end, "better")
                .rule(0, "target");
        String style = Verdicts.style(target.outcome());
        target.interval()
                .ifPresent(interval -> track.line(gain(interval.low()), gain(interval.high()), "whisker " + style));
        target.value().ifPresent(value -> track.dot(gain(value), style));
        return track.element();
    }

    private DoubleStream distances() {
        DoubleStream value = target.value().stream();
        DoubleStream ends = target.interval().stream().flatMapToDouble(one -> DoubleStream.of(one.low(), one.high()));
        return DoubleStream.concat(value, ends).map(this::gain);
    }

    private double gain(double figure) {
        return moreIsBetter ? figure - target.target() : target.target() - figure;
    }

    private String words() {
        return target.value().isEmpty()
                ? "not measured"
                : value(target) + ", to be " + aim(target)
                        + target.interval().map(this::between).orElse("");
    }

    private String between(Estimate interval) {
        return ", interval " + Numerals.interval(interval);
    }

    static String value(Target target) {
        if (target.value().isEmpty()) {
            return Numerals.NONE;
        }
        double value = target.value().getAsDouble();
        boolean whole = target.interval().isEmpty()
                && value == Math.rint(value)
                && target.target() == Math.rint(target.target());
        return whole ? Numerals.plain(value) : Numerals.figure(value);
    }

    static String aim(Target target) {
        String sign = switch (target.comparison()) {
            case ABOVE -> ">";
            case AT_LEAST -> "≥";
            case BELOW -> "<";
            case AT_MOST -> "≤";
        };
        return sign + " " + Numerals.plain(target.target());
    }
}
