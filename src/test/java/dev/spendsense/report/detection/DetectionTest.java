package dev.spendsense.report.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.report.study.StudyBuilder;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DetectionTest {

    @Test
    void a_profile_that_goes_on_under_another_cause_is_one_stretch() {
        GroundTruth truth = new GroundTruth(
                "u",
                List.of(episode("a", 0, 99), episode("b", 50, 120), episode("a", 100, 150), episode("a", 152, 200)),
                List.of());
        assertThat(Stretch.of(truth, "a"))
                .extracting(stretch -> stretch.from() + " " + stretch.to())
                .containsExactly(
                        StudyBuilder.day(0) + " " + StudyBuilder.day(150),
                        StudyBuilder.day(152) + " " + StudyBuilder.day(200));
    }

    @Test
    void the_oracle_speaks_once_a_profile_holds_on_more_than_half_of_the_window() {
        Oracle oracle = new Oracle(30, List.of(new Stretch("a", StudyBuilder.day(100), StudyBuilder.day(200))));
        assertThat(oracle.says(StudyBuilder.day(99))).isFalse();
        assertThat(oracle.says(StudyBuilder.day(114))).isFalse(); // 15 days of 30
        assertThat(oracle.says(StudyBuilder.day(115))).isTrue(); // 16 days
        assertThat(oracle.says(StudyBuilder.day(214))).isTrue(); // 16 days are left
        assertThat(oracle.says(StudyBuilder.day(215))).isFalse();
    }

    @Test
    void noticing_is_held_against_the_first_look_at_which_the_oracle_knows() {
        PersonaDetection times = weekly(day -> day >= 133 ? "a" : "calm", 100, 364);
        assertThat(times.windowDays()).isEqualTo(30);
        assertThat(times.noticing().cases()).isEqualTo(1);
        assertThat(times.noticing().medianDays()).hasValue(33);
        // the oracle knows from day 115 on; looks are on days 112 and 119
        assertThat(times.noticing().boundMedianDays()).hasValue(19);
        assertThat(times.noticing().ratio().getAsDouble()).isCloseTo(33 / 19.0, within(1e-12));
        assertThat(times.fromTheStart().cases()).isZero();
        assertThat(times.forgetting().cases()).isZero();
    }

    @Test
    void what_is_never_noticed_counts_as_cut_short() {
        PersonaDetection times = weekly(day -> "calm", 100, 364);
        assertThat(times.noticing().cases()).isEqualTo(1);
        assertThat(times.noticing().seen()).isZero();
        assertThat(times.noticing().cutShort()).isEqualTo(1);
        assertThat(times.noticing().medianDays()).isEmpty();
        assertThat(times.noticing().ratio()).isEmpty();
    }

    @Test
    void a_persona_that_was_assigned_before_it_was_true_is_not_praised_for_it() {
        PersonaDetection times = weekly(day -> "a", 100, 364);
        assertThat(times.expected()).isEqualTo(1);
        assertThat(times.noticing().cases()).isZero();
    }

    @Test
    void a_persona_behind_one_that_is_over_is_not_noticed_yet() {
        StudyBuilder builder = new StudyBuilder()
                .evidence("a", 30, 1)
                .customer()
                .planted("b", 0, 99)
                .planted("a", 100, 364)
                .foundOn(90, "b", 0.9, "a", 0.2)
                .foundOn(120, "b", 0.6, "a", 0.5)
                .foundOn(150, "a", 0.7, "b", 0.3);
        PersonaDetection times = Detection.of(builder.study()).personas().get(0);
        assertThat(times.expected()).isZero();
        assertThat(times.noticing().medianDays()).hasValue(50);
        assertThat(times.noticing().boundMedianDays()).hasValue(20);
    }

    @Test
    void what_holds_from_the_first_day_is_kept_apart() {
        PersonaDetection times = weekly(day -> "a", 0, 364);
        assertThat(times.noticing().cases()).isZero();
        assertThat(times.fromTheStart().cases()).isEqualTo(1);
        assertThat(times.fromTheStart().medianDays()).hasValue(7);
        // sixteen days of thirty are there at the look on day 21
        assertThat(times.fromTheStart().boundMedianDays()).hasValue(21);
    }

    @Test
    void forgetting_begins_with_the_last_day() {
        PersonaDetection times = weekly(day -> day >= 120 && day < 250 ? "a" : "calm", 100, 200);
        assertThat(times.forgetting().cases()).isEqualTo(1);
        assertThat(times.forgetting().medianDays()).hasValue(52);
        // half of the window is over at day 215, the look after that is on day 217
        assertThat(times.forgetting().boundMedianDays()).hasValue(17);
    }

    @Test
    void what_was_not_assigned_at_its_end_cannot_be_forgotten() {
        assertThat(weekly(day -> "calm", 100, 200).forgetting().cases()).isZero();
    }

    @Test
    void flips_are_counted_by_the_time_that_was_watched() {
        Stability stability = Detection.of(new StudyBuilder()
                        .customer()
                        .planted("a")
                        .foundOn(0, "a", 0.9)
                        .foundOn(100, "b", 0.9)
                        .foundOn(364, "b", 0.9)
                        .customer()
                        .planted("a")
                        .foundOn(0, "a", 0.9)
                        .foundOn(364, "a", 0.9)
                        .study())
                .stability();
        assertThat(stability.flips()).isEqualTo(1);
        assertThat(stability.years()).isCloseTo(2 * 364 / 365.25, within(1e-12));
        assertThat(stability.perYear().orElseThrow().value()).isCloseTo(365.25 / 728, within(1e-12));
        assertThat(stability.calmFlips()).isEqualTo(1);
    }

    @Test
    void a_flip_after_a_change_of_life_has_its_reason() {
        StudyBuilder builder = new StudyBuilder()
                .customer()
                .planted("calm", 0, 99)
                .planted("a", 100, 364)
                .befell("move", 300, 300);
        for (int day = 20; day <= 360; day += 20) {
            builder.foundOn(day, day < 140 ? "calm" : "a", 0.9);
        }
        Stability stability = Detection.of(builder.study()).stability();
        assertThat(stability.flips()).isEqualTo(1);
        assertThat(stability.calmFlips()).isZero();
        // calm are days 20 to 80, and 200 to 280
        assertThat(stability.calmYears()).isCloseTo((60 + 80) / 365.25, within(1e-12));
        assertThat(stability.calmPerYear().orElseThrow().value()).isZero();
    }

    @Test
    void one_look_knows_of_no_flips() {
        Stability stability = Detection.of(new StudyBuilder()
                        .customer()
                        .planted("a")
                        .found("a", 0.9)
                        .study())
                .stability();
        assertThat(stability.perYear()).isEmpty();
        assertThat(stability.calmPerYear()).isEmpty();
    }

    /** The times of persona a over thirty-day windows, for somebody of whom it is true for some time; a look a week. */
    private static PersonaDetection weekly(IntFunction<String> primary, int from, int to) {
        StudyBuilder builder =
                new StudyBuilder().evidence("a", 30, 1).customer().planted("a", from, to);
        for (int day = 7; day <= 364; day += 7) {
            builder.foundOn(day, primary.apply(day), 0.9);
        }
        return Detection.of(builder.study()).personas().get(0);
    }

    private static Episode episode(String profile, int from, int to) {
        return new Episode(profile, StudyBuilder.day(from), StudyBuilder.day(to), "event", 1);
    }
}
