package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.bank.Category;
import dev.spendsense.scenario.RealismMeasure.SpendingShare;
import dev.spendsense.scenario.RealismMeasure.UtilizationPercentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario may say of the households it is to resemble. */
class RealismReaderTest {

    private static final String TARGETS = """
            realism:
              food:
                measure: spending_share
                categories: [FOOD_AND_DRINK, GENERAL_MERCHANDISE_SUPERSTORES]
                leaving_out: [GENERAL_SERVICES_INSURANCE]
                published: 0.128
                target: 0.16
                tolerance: {relative: 0.1}
                source: a survey
                mapping: >-
                  Insurance is not counted,
                  so that the share grows.
              full_cards:
                measure: utilization_percentile
                percentile: 75
                published: 0.5177
                target: 0.52
                tolerance: {absolute: 0.05}
                source: a bank
                mapping: none
            bank:
            """;

    private static SmallScenario with(String passage, String replacement) {
        return new SmallScenario().with("bank:\n", TARGETS).with(passage, replacement);
    }

    @Test
    void a_scenario_without_targets_resembles_nobody() {
        assertThat(new SmallScenario().read().realism()).isEmpty();
    }

    @Test
    void targets_are_read_with_what_is_measured_and_how_far_is_near_enough() {
        Scenario scenario = with("bank:\n", "bank:\n").read();
        assertThat(scenario.realism()).extracting(RealismTarget::name).containsExactly("food", "full_cards");
        RealismTarget food = scenario.realism().get(0);
        SpendingShare share = (SpendingShare) food.measure();
        assertThat(share.categories())
                .contains(Category.FOOD_AND_DRINK_COFFEE, Category.GENERAL_MERCHANDISE_SUPERSTORES)
                .doesNotContain(Category.GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES);
        assertThat(share.leavingOut()).containsExactly(Category.GENERAL_SERVICES_INSURANCE);
        assertThat(food.published()).isEqualTo(0.128);
        assertThat(food.allowed()).isCloseTo(0.016, within(1e-12));
        assertThat(food.mapping()).isEqualTo("Insurance is not counted, so that the share grows.");
        RealismTarget cards = scenario.realism().get(1);
        assertThat(cards.measure()).isEqualTo(new UtilizationPercentile(75));
        assertThat(cards.allowed()).isEqualTo(0.05);
    }

    @Test
    void a_scaled_scenario_keeps_them() {
        assertThat(with("bank:\n", "bank:\n").set("users=10").read().realism()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    measure: spending_share       | measure: spending_shear        | realism.food.measure
                    [FOOD_AND_DRINK, GENERAL      | [FOOD_AND_DRUNK, GENERAL       | realism.food.categories[0]
                    [FOOD_AND_DRINK, GENERAL      | [INCOME, GENERAL               | realism.food.categories[0]
                    [GENERAL_SERVICES_INSURANCE]  | [FOOD_AND_DRINK_COFFEE]        | realism.food.leaving_out
                    {relative: 0.1}               | {relative: 1.5}                | realism.food.tolerance.relative
                    {relative: 0.1}               | {relative: 0.1, absolute: 1}   | realism.food.tolerance
                    {relative: 0.1}               | {}                             | realism.food.tolerance
                    target: 0.16                  | target: 0                      | realism.food.target
                    published: 0.128              | {}                             | realism.food.published
                    source: a survey              | source: ''                     | realism.food.source
                    percentile: 75                | percentile: 101                | realism.full_cards.percentile
                    percentile: 75                | instrument: debit_card         | realism.full_cards.instrument
                    measure: spending_share       | measure: revolving_share       | realism.food.categories
                    """)
    void what_makes_no_sense_is_pointed_at(String passage, String replacement, String field) {
        String written = replacement.equals("{}") && passage.startsWith("published") ? "" : replacement;
        assertThat(with(passage, written).faults())
                .extracting(fault -> fault.field())
                .contains(field);
    }
}
