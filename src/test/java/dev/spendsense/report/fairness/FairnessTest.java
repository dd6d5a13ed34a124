package dev.spendsense.report.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.report.study.StudyBuilder;
import org.junit.jupiter.api.Test;

class FairnessTest {

    private final StudyBuilder builder = new StudyBuilder();

    @Test
    void four_fifths_of_the_best_rate_is_enough_and_less_is_not() {
        people(50, 50, 22, "West", "a");
        people(50, 40, 30, "West", "a");
        Attribute age = age();
        assertThat(age.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(age.lowestRatio().orElseThrow().ratio()).isCloseTo(0.8, within(1e-12));
        assertThat(age.lowestRatio().orElseThrow().group()).isEqualTo("25–34");
        assertThat(age.lowestRatio().orElseThrow().beyondChance()).isTrue();
        people(50, 39, 40, "West", "a");
        age = age();
        assertThat(age.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(age.comparisons().get(0).groups())
                .extracting(GroupRate::group, GroupRate::verdict)
                .containsExactly(
                        tuple("under 25", Verdict.PASSED),
                        tuple("25–34", Verdict.PASSED),
                        tuple("35–44", Verdict.FAILED));
    }

    @Test
    void a_small_group_is_shown_and_neither_judged_nor_the_measure_of_others() {
        people(40, 20, 30, "South", "a");
        people(40, 20, 30, "Midwest", "a");
        people(29, 29, 30, "West", "a");
        Attribute region = Fairness.of(builder.study()).attributes().get(1);
        assertThat(region.verdict()).isEqualTo(Verdict.PASSED);
        GroupRate west = region.comparisons().get(0).groups().get(2);
        assertThat(west.group()).isEqualTo("West");
        assertThat(west.users()).isEqualTo(29);
        assertThat(west.verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(region.lowestRatio().orElseThrow().ratio()).isEqualTo(1);
    }

    @Test
    void a_group_with_another_mix_of_truths_is_held_against_the_same_mix() {
        // a is found in all, b in half of the cases, wherever people live
        people(90, 90, 30, "South", "a");
        people(30, 15, 30, "South", "b");
        people(30, 30, 30, "West", "a");
        people(90, 45, 30, "West", "b");
        Attribute region = Fairness.of(builder.study()).attributes().get(1);
        assertThat(region.comparisons().get(0).groups())
                .extracting(group -> group.right().share().orElseThrow().value())
                .allSatisfy(rate -> assertThat(rate).isCloseTo(0.75, within(1e-12)));
        assertThat(region.comparisons().get(0).groups().get(0).right().hits()).isEqualTo(105);
        assertThat(region.comparisons()).extracting(GroupComparison::truth).containsExactly("", "a", "b");
        assertThat(region.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void being_given_something_wrong_beside_the_truth_counts_against_a_group() {
        people(40, 40, 30, "South", "a");
        for (int i = 0; i < 40; i++) {
            builder.customer().of(30, "West").planted("a").found("a", 0.9, "b", 0.2);
        }
        Attribute region = Fairness.of(builder.study()).attributes().get(1);
        GroupRate west = region.comparisons().get(0).groups().get(1);
        assertThat(west.right().hits()).isEqualTo(40);
        assertThat(west.wrong().hits()).isEqualTo(40);
        assertThat(west.sparedRatio()).hasValue(0);
        assertThat(region.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void one_large_group_has_nobody_to_be_compared_with() {
        people(40, 10, 30, "South", "a");
        Attribute region = Fairness.of(builder.study()).attributes().get(1);
        assertThat(region.verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(region.lowestRatio()).isEmpty();
    }

    @Test
    void a_ratio_below_four_fifths_in_small_groups_fails_and_may_be_chance() {
        people(30, 12, 30, "South", "a");
        people(30, 9, 30, "West", "a");
        Attribute region = Fairness.of(builder.study()).attributes().get(1);
        assertThat(region.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(region.lowestRatio().orElseThrow().right()).isTrue();
        assertThat(region.lowestRatio().orElseThrow().ratio()).isCloseTo(0.75, within(1e-12));
        assertThat(region.lowestRatio().orElseThrow().beyondChance()).isFalse();
    }

    @Test
    void income_is_shown_and_not_judged() {
        Attribute income = Fairness.of(builder.study()).attributes().get(2);
        assertThat(income.name()).isEqualTo("annual_income");
        assertThat(income.judged()).isFalse();
    }

    private Attribute age() {
        return Fairness.of(builder.study()).attributes().get(0);
    }

    /** People in whom a profile was planted; it is found in the first ones, the others are taken for calm. */
    private void people(int users, int found, int age, String region, String profile) {
        for (int i = 0; i < users; i++) {
            builder.customer().of(age, region).planted(profile).found(i < found ? profile : "calm", 0.9);
        }
    }
}
