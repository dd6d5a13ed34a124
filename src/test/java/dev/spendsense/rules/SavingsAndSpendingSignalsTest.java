package dev.spendsense.rules;

import static dev.spendsense.rules.Shipped.detected;
import static dev.spendsense.rules.Shipped.findings;
import static dev.spendsense.rules.Shipped.quietLife;
import static dev.spendsense.rules.Shipped.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendsense.bank.Category;
import org.junit.jupiter.api.Test;

class SavingsAndSpendingSignalsTest {

    private static final int SAVINGS = 1;

    @Test
    void interest_is_no_saving() {
        HistoryBuilder history =
                quietLife().savings(10_000).every(30, 10, SAVINGS, -500, "Interest", Category.INCOME_INTEREST_EARNED);
        assertThat(signal(history, "net_savings_inflow", 180).value()).isZero();
        assertThat(signal(history, "savings_growth_rate", 180).value()).isZero();
        assertThat(signal(history, "savings_balance_change", 180).value()).isEqualTo(0.3);
    }

    @Test
    void an_inflow_of_200_a_month_is_a_habit_and_one_below_is_not() {
        // 180 days are 5.914 months
        assertThat(detected(quietLife().savings(9_000).save(SAVINGS, 50, 1_183), "net_savings_inflow", 180))
                .isTrue();
        assertThat(detected(quietLife().savings(9_000).save(SAVINGS, 50, 1_182), "net_savings_inflow", 180))
                .isFalse();
    }

    @Test
    void growth_is_the_steady_monthly_rate() {
        HistoryBuilder history = quietLife().savings(1_000).save(SAVINGS, 30, 1_000);
        assertThat(signal(history, "savings_growth_rate", 180).value()).isEqualTo(0.124345, within(1e-4));
    }

    @Test
    void savings_that_fall_by_a_twentieth_are_a_drop() {
        assertThat(detected(quietLife().savings(1_000).save(SAVINGS, 9, -50), "savings_balance_change", 180))
                .isTrue();
        assertThat(detected(quietLife().savings(1_000).save(SAVINGS, 9, -49), "savings_balance_change", 180))
                .isFalse();
    }

    @Test
    void without_a_savings_account_savings_are_unknown() {
        assertThat(findings(quietLife()).signals())
                .extracting(signal -> signal.type())
                .doesNotContain("net_savings_inflow", "savings_balance_change", "emergency_fund_coverage");
    }

    @Test
    void spending_is_held_against_the_pays_of_whole_cycles() {
        // three pays fall into the last 30 days, but only two cycles lie between them
        HistoryBuilder history = HistoryBuilder.days(180)
                .checking(1_000)
                .paid(14, 0, 700)
                .every(1, 0, 0, 50, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
        assertThat(signal(history, "spending_to_income_ratio", 30).value()).isEqualTo(1.0);
        assertThat(signal(history, "spending_to_income_ratio", 180).value()).isEqualTo(1.0);
        assertThat(detected(history, "spending_to_income_ratio", 180)).isFalse();
        assertThat(detected(
                        history.post(0, 20, 1, "Kroger", Category.FOOD_AND_DRINK_GROCERIES),
                        "spending_to_income_ratio",
                        180))
                .isTrue();
    }

    @Test
    void transfers_and_card_payments_are_no_spending() {
        HistoryBuilder history =
                quietLife().savings(500).card(500, 5_000).save(SAVINGS, 12, 700).payCard(2, 11, 400);
        assertThat(signal(history, "spending_to_income_ratio", 180).value())
                .isEqualTo(signal(quietLife(), "spending_to_income_ratio", 180).value());
    }

    @Test
    void one_large_purchase_alone_is_not_overspending() {
        HistoryBuilder history = quietLife()
                .every(3, 1, 0, 30, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES)
                .post(0, 10, 1_500, "Target", Category.GENERAL_MERCHANDISE_SUPERSTORES);
        assertThat(detected(history, "impulse_purchase_count", 180)).isFalse();
        assertThat(findings(history).persona("overspender")).isEmpty();
    }
}
