package dev.spendsense.cli;

import dev.spendsense.report.Report;
import dev.spendsense.report.ReportedDataset;
import dev.spendsense.report.Target;
import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.Confusion;
import dev.spendsense.report.accuracy.IntensityCurve.Bin;
import dev.spendsense.report.accuracy.PersonaScore;
import dev.spendsense.report.calibration.Calibration;
import dev.spendsense.report.calibration.ReliabilityBin;
import dev.spendsense.report.detection.PersonaDetection;
import dev.spendsense.report.detection.Stability;
import dev.spendsense.report.detection.Timing;
import dev.spendsense.report.fairness.Attribute;
import dev.spendsense.report.fairness.GroupRate;
import dev.spendsense.report.fairness.LowestRatio;
import dev.spendsense.report.fairness.Verdict;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.mistakes.Mistake;
import dev.spendsense.report.study.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How good the rules are, on a screen or two. */
final class ReportScreen {

    private static final int MOST_MISTAKES = 3;

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    ReportScreen(Report report) {
        this.report = report;
    }

    List<String> lines() {
        subject();
        targets();
        accuracy();
        intensity();
        calibration();
        detection();
        mistakes();
        fairness();
        section(new RealismTable(report.realism()).lines());
        return lines;
    }

    private void subject() {
        for (ReportedDataset one : report.datasets()) {
            int looks = one.looks().size();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s%s, seed %d, %,d users, %s to %s, %s",
                    one.file().map(file -> file + ": ").orElse(""),
                    one.scenario(),
                    one.seed(),
                    one.users(),
                    one.from(),
                    one.to(),
                    looks == 1 ? "one look" : looks + " looks"));
        }
    }

    private void targets() {
        TextTable table = new TextTable("  ", "lrlrl");
        table.row("Target", "", "", "ought to be", "");
        for (Target target : report.targets()) {
            String mark = switch (target.outcome()) {
                case PASSED -> "✓";
                case FAILED -> "✗";
                case NOT_MEASURED -> "·";
            };
            table.row(
                    mark + " " + target.title(),
                    figure(target.value()),
                    target.interval().map(ReportScreen::interval).orElse(""),
                    target.comparison().symbol() + " " + plain(target.target()),
                    target.reason());
        }
        section(table.lines());
    }

    private void accuracy() {
        Accuracy end = report.accuracy().atTheEnd();
        section(new ConfusionTable(
                        end.confusion(),
                        report.personas().stream().map(Persona::name).toList())
                .lines());
        TextTable table = new TextTable("  ", "lrlrlrl");
        table.row("", "precision", "", "recall", "", "F1", "");
        for (PersonaScore score : end.personas()) {
            table.row(
                    score.persona(),
                    value(score.precision().share()),
                    interval(score.precision()),
                    value(score.recall().share()),
                    interval(score.recall()),
                    value(score.f1()),
                    score.f1().map(ReportScreen::interval).orElse(""));
        }
        section(table.lines());
        Accuracy looks = report.accuracy().overLooks();
        if (looks.looks() > looks.users()) {
            lines.add("");
            lines.addAll(WrappedText.lines(
                    "  ",
                    String.format(
                            Locale.ROOT,
                            "Over all %,d looks: macro-F1 %s, another persona at %s of the looks at balanced users, "
                                    + "expected calibration error %s.",
                            looks.looks(),
                            value(looks.macroF1()),
                            percent(looks.falsePersonas().share().map(Estimate::value)),
                            value(report.calibration().overLooks().error()))));
        }
    }

    private void intensity() {
        List<Bin> all = report.intensity().bins().stream()
                .filter(bin -> bin.persona().equals(Confusion.NONE))
                .toList();
        if (all.size() > 1) {
            TextTable table = new TextTable("  ", "lrrl");
            table.row("Intensity", "users", "found", "");
            all.forEach(bin -> table.row(
                    String.format(Locale.ROOT, "above %.1f to %.1f", bin.above(), bin.upTo()),
                    bin.recall().cases(),
                    value(bin.recall().share()),
                    interval(bin.recall())));
            section(table.lines());
        }
    }

    private void calibration() {
        Calibration end = report.calibration().atTheEnd();
        TextTable table = new TextTable("  ", "rrrl");
        table.row("Confidence", "assigned", "right", "");
        for (ReliabilityBin bin : end.curve()) {
            table.row(
                    percent(bin.confidence()),
                    bin.assignments(),
                    percent(bin.right().value()),
                    percent(bin.right().low()) + "–" + percent(bin.right().high()));
        }
        section(table.lines());
        Calibration second = report.calibration().secondAtTheEnd();
        String mix = report.calibration().secondMix().entrySet().stream()
                .map(share -> String.format(Locale.ROOT, "%.0f%% %s", 100 * share.getValue(), share.getKey()))
                .collect(Collectors.joining(", "));
        lines.addAll(WrappedText.lines(
                "  ",
                "In a population of " + mix + ": calibration error " + value(second.error()) + ", Brier skill "
                        + value(second.brierSkill()) + ", AUROC " + value(second.auroc()) + "."));
    }

    private void detection() {
        TextTable table = new TextTable("  ", "lrrrrrr");
        table.row("Days to notice", "changes", "noticed", "half", "nine in ten", "bound", "to forget");
        for (PersonaDetection one : report.detection().personas()) {
            Timing noticing = one.noticing();
            if (noticing.cases() > 0) {
                table.row(
                        one.persona(),
                        noticing.cases(),
                        noticing.seen(),
                        days(noticing.medianDays()),
                        days(noticing.ninetiethDays()),
                        days(noticing.boundMedianDays()),
                        days(one.forgetting().medianDays()));
            }
        }
        if (table.lines().size() > 1) {
            section(table.lines());
        }
        Stability stability = report.detection().stability();
        stability
                .perYear()
                .ifPresent(rate -> lines.addAll(WrappedText.lines(
                        "  ",
                        String.format(
                                Locale.ROOT,
                                "The first persona changes %s times a user-year, %s times where nothing happened for %d"
                                        + " days.",
                                figure(OptionalDouble.of(rate.value())),
                                value(stability.calmPerYear()),
                                stability.settledDays()))));
    }

    private void mistakes() {
        List<Mistake> worst = report.mistakes().worst();
        if (worst.isEmpty()) {
            return;
        }
        List<String> section = new ArrayList<>();
        section.add("  Wrong with the most confidence");
        for (Mistake mistake : worst.subList(0, Math.min(MOST_MISTAKES, worst.size()))) {
            String truth = mistake.truths().stream()
                    .map(one -> one.profile()
                            + one.confidence()
                                    .map(confidence -> " (" + percent(confidence) + ")")
                                    .orElse(""))
                    .collect(Collectors.joining(", "));
            section.add("  " + mistake.userId() + " on " + mistake.asOf() + ": " + mistake.persona() + " at "
                    + percent(mistake.confidence()) + ", in truth " + (truth.isEmpty() ? "nothing" : truth)
                    + mistake.heldUntil().map(day -> "; was true until " + day).orElse(""));
            mistake.misled().stream()
                    .limit(2)
                    .forEach(clue -> section.addAll(WrappedText.lines(
                            String.format(Locale.ROOT, "    %+.2f ", clue.logOdds()), clue.because())));
        }
        section(section);
    }

    private void fairness() {
        List<String> section = new ArrayList<>();
        section.add("  Given the same truth");
        for (Attribute attribute : report.fairness().attributes()) {
            List<GroupRate> all = attribute.comparisons().get(0).groups();
            String groups = all.stream()
                    .map(group -> group.group() + " " + value(group.right().share())
                            + (group.verdict() == Verdict.TOO_SMALL ? " (" + group.users() + " users)" : ""))
                    .collect(Collectors.joining(", "));
            String verdict = switch (attribute.verdict()) {
                case PASSED -> "✓ ";
                case FAILED -> "✗ ";
                case TOO_SMALL -> "· ";
            };
            section.addAll(WrappedText.lines(
                    "  " + (attribute.judged() ? verdict : "  ") + attribute.name() + ": ", "right for " + groups));
            attribute
                    .lowestRatio()
                    .filter(lowest -> attribute.judged() && lowest.ratio() < 1)
                    .ifPresent(lowest -> section.addAll(WrappedText.lines("      ", words(lowest))));
        }
        section(section);
    }

    private static String words(LowestRatio lowest) {
        return String.format(
                Locale.ROOT,
                "lowest ratio %.3f, of those %s: %s%s (%,d users); %s",
                lowest.ratio(),
                lowest.right() ? "given the right persona" : "spared a wrong persona",
                lowest.truth().isEmpty() ? "" : lowest.truth() + ", ",
                lowest.group(),
                lowest.users(),
                lowest.beyondChance() ? "more than the chance of one comparison" : "chance can explain it");
    }

    private void section(List<String> section) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(section);
    }

    private static String days(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.0f", days.getAsDouble()) : "·";
    }

    private static String interval(Rate rate) {
        return rate.share().map(ReportScreen::interval).orElse("");
    }

    private static String interval(Estimate estimate) {
        return String.format(Locale.ROOT, "%.3f–%.3f", estimate.low(), estimate.high());
    }

    private static String value(Optional<Estimate> estimate) {
        return estimate.map(known -> figure(OptionalDouble.of(known.value()))).orElse("·");
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "·";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String percent(Optional<Double> share) {
        return share.map(ReportScreen::percent).orElse("·");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
