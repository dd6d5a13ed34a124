package dev.spendsense.report.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.report.accuracy.IntensityCurve.Bin;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.StudyBuilder;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void rules_that_are_always_right_score_one_and_are_not_taken_to_be_sure_of_it() {
        StudyBuilder builder = new StudyBuilder();
        for (int i = 0; i < 10; i++) {
            builder.customer().planted("a").found("a", 0.9);
            builder.customer().planted("calm").found("calm", 0.9);
        }
        Accuracy accuracy = Accuracy.atTheEnd(builder.study());
        assertThat(accuracy.macroF1().orElseThrow().value()).isEqualTo(1);
        assertThat(accuracy.macroF1().orElseThrow().low()).isBetween(0.7, 0.95);
        assertThat(accuracy.correct().hits()).isEqualTo(20);
        assertThat(accuracy.falsePersonas().cases()).isEqualTo(10);
        assertThat(accuracy.falsePersonas().hits()).isZero();
    }

    @Test
    void rules_that_are_always_wrong_score_nothing() {
        StudyBuilder builder = new StudyBuilder();
        for (int i = 0; i < 10; i++) {
            builder.customer().planted("a").found("calm", 0.9);
            builder.customer().planted("calm").found("a", 0.9);
        }
        Accuracy accuracy = Accuracy.atTheEnd(builder.study());
        assertThat(accuracy.macroF1().orElseThrow().value()).isZero();
        assertThat(accuracy.macroF1().orElseThrow().high()).isPositive();
        assertThat(accuracy.falsePersonas().share().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void precision_recall_and_f1_are_those_of_the_confusion() {
        StudyBuilder builder = new StudyBuilder();
        for (int i = 0; i < 10; i++) {
            builder.customer().planted("a").found(i < 8 ? "a" : "b", 0.9);
            builder.customer().planted("b").found("b", 0.9);
        }
        Accuracy accuracy = Accuracy.atTheEnd(builder.study());
        assertThat(accuracy.personas()).allSatisfy(score -> {
            Confusion.Score counted = accuracy.confusion().score(score.persona());
            assertThat(score.precision().share().orElseThrow().value()).isCloseTo(counted.precision(), within(1e-12));
            assertThat(score.recall().share().orElseThrow().value()).isCloseTo(counted.recall(), within(1e-12));
            assertThat(score.f1().orElseThrow().value()).isCloseTo(counted.f1(), within(1e-12));
        });
        assertThat(accuracy.macroF1().orElseThrow().value())
                .isCloseTo(accuracy.confusion().macroF1(), within(1e-12));
        assertThat(accuracy.personas().get(0).recall().share().orElseThrow().low())
                .isCloseTo(0.4902, within(5e-5));
    }

    @Test
    void a_balanced_user_with_a_second_persona_is_a_false_positive() {
        Study study = new StudyBuilder()
                .customer()
                .planted("calm")
                .found("calm", 0.9, "a", 0.2)
                .study();
        assertThat(Accuracy.atTheEnd(study).correct().hits()).isEqualTo(1);
        assertThat(Accuracy.atTheEnd(study).falsePersonas().hits()).isEqualTo(1);
    }

    @Test
    void a_user_in_whom_more_than_balance_holds_is_no_balanced_user() {
        Study study = new StudyBuilder()
                .customer()
                .planted("calm")
                .planted("a")
                .found("a", 0.9)
                .study();
        assertThat(Accuracy.atTheEnd(study).falsePersonas().cases()).isZero();
        assertThat(Accuracy.atTheEnd(study).falsePersonas().share()).isEmpty();
    }

    @Test
    void over_looks_every_look_is_held_against_what_is_true_that_day() {
        Study study = new StudyBuilder()
                .customer()
                .planted("calm", 0, 99)
                .planted("a", 100, 364)
                .foundOn(90, "calm", 0.9)
                .foundOn(120, "calm", 0.9)
                .foundOn(200, "a", 0.9)
                .study();
        Accuracy looks = Accuracy.overLooks(study);
        assertThat(looks.users()).isEqualTo(1);
        assertThat(looks.looks()).isEqualTo(3);
        assertThat(looks.confusion().users("calm", "calm")).isEqualTo(1);
        assertThat(looks.confusion().users("a", "calm")).isEqualTo(1);
        assertThat(looks.confusion().users("a", "a")).isEqualTo(1);
        assertThat(Accuracy.atTheEnd(study).looks()).isEqualTo(1);
        assertThat(Accuracy.atTheEnd(study).correct().hits()).isEqualTo(1);
    }

    @Test
    void recall_is_counted_by_intensity_and_leaves_out_who_shows_nothing() {
        IntensityCurve curve = IntensityCurve.of(new StudyBuilder()
                .customer()
                .planted("a", 0.25)
                .found("calm", 0.9)
                .customer()
                .planted("a", 0.3)
                .found("a", 0.9)
                .customer()
                .planted("b", 1)
                .found("b", 0.9)
                .customer()
                .planted("calm")
                .found("calm", 0.9)
                .study());
        assertThat(curve.bins()).extracting(Bin::persona).containsExactly("", "", "a", "b");
        assertThat(curve.bins()).extracting(Bin::upTo).containsExactly(0.3, 1.0, 0.3, 1.0);
        assertThat(curve.bins()).extracting(bin -> bin.recall().hits()).containsExactly(1, 1, 1, 1);
        assertThat(curve.bins()).extracting(bin -> bin.recall().cases()).containsExactly(2, 1, 2, 1);
    }

    @Test
    void without_users_nothing_is_said() {
        Accuracy nobody = Accuracy.overLooks(new StudyBuilder().study());
        assertThat(nobody.macroF1()).isEmpty();
        assertThat(nobody.correct().share()).isEmpty();
        assertThat(nobody.personas()).isEmpty();
    }
}
