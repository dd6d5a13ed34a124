package dev.spendsense.report.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.report.figures.Estimate;
import dev.spendsense.report.study.StudyBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationSectionTest {

    @Test
    void the_error_is_the_distance_of_each_bin_weighted_by_its_assignments() {
        // four at 85% of whom two are right, one at 25% that is right: (4 · 0.35 + 1 · 0.75) / 5
        Calibration calibration = of(new StudyBuilder()
                .customer()
                .planted("a")
                .found("a", 0.85)
                .customer()
                .planted("a")
                .found("a", 0.85)
                .customer()
                .planted("calm")
                .found("a", 0.85)
                .customer()
                .planted("b")
                .found("a", 0.85, "b", 0.25));
        assertThat(calibration.assignments()).isEqualTo(5);
        assertThat(calibration.error().orElseThrow().value()).isCloseTo((4 * 0.35 + 0.75) / 5, within(1e-12));
        assertThat(calibration.curve()).hasSize(2);
        ReliabilityBin high = calibration.curve().get(1);
        assertThat(high.from()).isEqualTo(0.8);
        assertThat(high.assignments()).isEqualTo(4);
        assertThat(high.confidence()).isCloseTo(0.85, within(1e-12));
        assertThat(high.right().value()).isEqualTo(0.5);
        assertThat(high.right().low()).isCloseTo(0.15, within(0.001));
    }

    @Test
    void a_confidence_of_one_belongs_to_the_last_bin() {
        Calibration calibration = of(new StudyBuilder().customer().planted("a").found("a", 1.0));
        assertThat(calibration.curve()).hasSize(1);
        assertThat(calibration.curve().get(0).from()).isEqualTo(0.9);
        assertThat(calibration.error().orElseThrow().value()).isZero();
    }

    @Test
    void right_above_wrong_is_counted_with_ties_as_half() {
        // right: 0.9, 0.6; wrong: 0.6, 0.3. Pairs: 0.9 above both, 0.6 ties one and is above the other: 3.5 of 4
        Calibration calibration = of(new StudyBuilder()
                .customer()
                .planted("a")
                .found("a", 0.9)
                .customer()
                .planted("a")
                .found("a", 0.6)
                .customer()
                .planted("calm")
                .found("a", 0.6)
                .customer()
                .planted("calm")
                .found("a", 0.3));
        assertThat(calibration.auroc().orElseThrow().value()).isCloseTo(3.5 / 4, within(1e-12));
        double brier = (0.01 + 0.16 + 0.36 + 0.09) / 4;
        assertThat(calibration.brier().orElseThrow().value()).isCloseTo(brier, within(1e-12));
        assertThat(calibration.brierSkill().orElseThrow().value()).isCloseTo(1 - brier / 0.25, within(1e-12));
    }

    @Test
    void confidence_that_points_the_wrong_way_is_worse_than_chance() {
        Calibration calibration = of(new StudyBuilder()
                .customer()
                .planted("a")
                .found("a", 0.1)
                .customer()
                .planted("calm")
                .found("a", 0.9));
        assertThat(calibration.auroc().orElseThrow().value()).isZero();
        assertThat(calibration.brierSkill().orElseThrow().value()).isNegative();
    }

    @Test
    void where_all_are_right_there_is_nobody_to_tell_apart() {
        Calibration calibration = of(new StudyBuilder().customer().planted("a").found("a", 0.8));
        assertThat(calibration.auroc()).isEmpty();
        assertThat(calibration.brierSkill()).isEmpty();
        assertThat(calibration.right().orElseThrow().value()).isEqualTo(1);
        assertThat(of(new StudyBuilder()).error()).isEmpty();
    }

    @Test
    void every_look_is_held_against_its_own_day() {
        CalibrationSection section = CalibrationSection.of(new StudyBuilder()
                .customer()
                .planted("a", 100, 364)
                .foundOn(50, "a", 0.9)
                .foundOn(150, "a", 0.9)
                .study());
        assertThat(section.overLooks().right().orElseThrow().value()).isEqualTo(0.5);
        assertThat(section.atTheEnd().right().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void in_the_second_mix_seven_of_ten_are_unremarkable() {
        // three of four users are a, all found; the calm one is given a at 60%
        CalibrationSection section = CalibrationSection.of(new StudyBuilder()
                .customer()
                .planted("a")
                .found("a", 0.9)
                .customer()
                .planted("a")
                .found("a", 0.9)
                .customer()
                .planted("a")
                .found("a", 0.9)
                .customer()
                .planted("calm")
                .found("a", 0.6)
                .study());
        assertThat(section.secondMix().get("calm")).isCloseTo(0.7, within(1e-12));
        assertThat(section.secondMix().get("a")).isCloseTo(0.3, within(1e-12));
        assertThat(value(section.atTheEnd().right().orElseThrow())).isCloseTo(0.75, within(1e-12));
        assertThat(value(section.secondAtTheEnd().right().orElseThrow())).isCloseTo(0.3, within(1e-12));
        assertThat(value(section.secondAtTheEnd().error().orElseThrow()))
                .isCloseTo(0.3 * 0.1 + 0.7 * 0.6, within(1e-12));
        assertThat(value(section.secondAtTheEnd().auroc().orElseThrow())).isEqualTo(1);
    }

    @Test
    void without_unremarkable_users_all_profiles_count_the_same() {
        CalibrationSection section = CalibrationSection.of(new StudyBuilder()
                .customer()
                .planted("a")
                .found("a", 0.9)
                .customer()
                .planted("b")
                .found("b", 0.9)
                .study());
        assertThat(section.secondMix()).isEqualTo(Map.of("a", 0.5, "b", 0.5));
    }

    private static Calibration of(StudyBuilder builder) {
        return CalibrationSection.of(builder.study()).atTheEnd();
    }

    private static double value(Estimate estimate) {
        return estimate.value();
    }
}
