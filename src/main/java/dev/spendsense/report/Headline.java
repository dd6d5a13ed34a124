package dev.spendsense.report;

import dev.spendsense.report.accuracy.Accuracy;
import dev.spendsense.report.accuracy.Confusion;
import dev.spendsense.report.calibration.ReliabilitySums;
import dev.spendsense.report.figures.Rate;
import dev.spendsense.report.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good rules are at the latest look at each user, in the figures that follow from sums: how many users there
 * are of each kind, alike in what was planted and in what was assigned, and how far confidences are from the truth. Sums
 * over parts of a population add up, so that it may have any size; the figures are those of a {@link Report}, without
 * intervals.
 *
 * @param judged users whom the rules have judged
 * @param macroF1 mean F1 over all names that were planted or assigned; empty when nobody was judged
 * @param balancedFalsePositiveRate of the users in whom nothing is planted but what rules assign for want of anything
 *     else, the share with some other persona; empty without such users
 * @param expectedCalibrationError mean distance between confidence and the share that is right; empty without assignments
 * @param brier mean squared distance between confidence and truth; empty without assignments
 * @param rightAssignments share of all assignments that are right; empty without assignments
 * @param balancedFalsePositives the users behind the rate
 * @param primaryPersonasByProfile users by planted profile and primary persona
 * @param personas one score for each name
 */
public record Headline(
        long judged,
        OptionalDouble macroF1,
        OptionalDouble balancedFalsePositiveRate,
        OptionalDouble expectedCalibrationError,
        OptionalDouble brier,
        OptionalDouble rightAssignments,
        Rate balancedFalsePositives,
        Confusion primaryPersonasByProfile,
        List<Confusion.Score> personas) {

    /**
     * @param kinds one subject of every kind, whose confidences do not matter
     * @param users how many there are of each
     * @param reliability sums over all assignments to all users
     */
    public static Headline of(Study kinds, int[] users, ReliabilitySums reliability) {
        Confusion confusion = Confusion.atTheEnd(kinds.subjects(), users);
        Rate falsePersonas = Accuracy.falsePersonasAtTheEnd(kinds, users);
        return new Headline(
                Arrays.stream(users).asLongStream().sum(),
                confusion.names().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(confusion.macroF1()),
                falsePersonas
                        .share()
                        .map(share -> OptionalDouble.of(share.value()))
                        .orElse(OptionalDouble.empty()),
                reliability.error(),
                reliability.brier(),
                reliability.right(),
                falsePersonas,
                confusion,
                confusion.scores());
    }
}
