package dev.spendsense.report.calibration;

import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calibration, once for each user and once for each look, and both in a population of another mix.
 *
 * @param atTheEnd at the latest look at each user
 * @param overLooks at all looks
 * @param secondMix shares of another population by planted profile
 * @param secondAtTheEnd at the latest look, with users weighted so that the profiles have those shares
 * @param secondOverLooks at all looks, weighted likewise
 */
public record CalibrationSection(
        Calibration atTheEnd,
        Calibration overLooks,
        Map<String, Double> secondMix,
        Calibration secondAtTheEnd,
        Calibration secondOverLooks) {

    public static CalibrationSection of(Study study) {
        Sample end = new Sample(study, subject -> List.of(subject.last()));
        Sample looks = new Sample(study, Subject::looks);
        Map<Boolean, List<String>> profiles = looks.looksByTruth.keySet().stream()
                .collect(Collectors.partitioningBy(name -> study.isUnremarkable(List.of(name))));
        Mix mix = Mix.mostlyUnremarkable(profiles.get(true), profiles.get(false));
        return new CalibrationSection(
                end.calibration(), looks.calibration(), mix.shares(), end.calibration(mix), looks.calibration(mix));
    }

    /** At the latest look at each user, and nothing else. */
    public static Calibration atTheEnd(Study study) {
        return new Sample(study, subject -> List.of(subject.last())).calibration();
    }

    /**
     * Share that is right, expected calibration error and Brier score at the latest look at each user, in this order, when
     * customers count as often as is said; NaN where there is no assignment.
     */
    public static Function<int[], double[]> figuresAtTheEnd(Study study) {
        Claims claims = new Claims(new Sample(study, subject -> List.of(subject.last())).claims, claim -> 1);
        return times -> Arrays.copyOf(claims.figures(times), 3);
    }

    /** The claims of some looks. */
    private static final class Sample {
        private final int customers;
        private final List<Claim> claims = new ArrayList<>();
        private final SortedMap<String, Integer> looksByTruth = new TreeMap<>();

        Sample(Study study, Function<Subject, List<Look>> chosen) {
            this.customers = study.subjects().size();
            for (int i = 0; i < customers; i++) {
                Subject subject = study.subjects().get(i);
                for (Look look : chosen.apply(subject)) {
                    add(i, subject, look);
                }
            }
        }

        private void add(int customer, Subject subject, Look look) {
            var truth = subject.truthAt(look);
            truth.ifPresent(profile -> looksByTruth.merge(profile, 1, Integer::sum));
            look.personas()
                    .forEach(one -> claims.add(
                            new Claim(customer, one.confidence(), subject.holds(one.persona(), look.asOf()), truth)));
        }

        Calibration calibration() {
            return Calibration.of(new Claims(claims, claim -> 1), customers);
        }

        Calibration calibration(Mix mix) {
            return Calibration.of(new Claims(claims, mix.weight(looksByTruth)), customers);
        }
    }
}
