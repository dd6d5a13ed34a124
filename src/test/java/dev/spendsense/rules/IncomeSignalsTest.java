package dev.spendsense.rules;

import static dev.spendsense.rules.Shipped.detected;
import static dev.spendsense.rules.Shipped.findings;
import static dev.spendsense.rules.Shipped.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Category;
import org.junit.jupiter.api.Test;

class IncomeSignalsTest {

    private static HistoryBuilder paidEvery(int days) {
        return HistoryBuilder.days(180).checking(1_000).paid(days, 1, 4_000);
    }

    @Test
    void a_usual_wait_of_more_than_45_days_is_long() {
        assertThat(detected(paidEvery(46), "median_pay_gap", 180)).isTrue();
        assertThat(detected(paidEvery(45), "median_pay_gap", 180)).isFalse();
    }

    @Test
    void two_deposits_on_one_day_are_one_payday() {
        HistoryBuilder history = paidEvery(14).paid(14, 1, 200);
        assertThat(signal(history, "median_pay_gap", 180).value()).isEqualTo(14);
    }

    @Test
    void no_income_leaves_everything_about_pay_unknown() {
        HistoryBuilder history = HistoryBuilder.days(180)
                .checking(9_000)
                .every(2, 0, 0, 40, "Kroger", Category.FOOD_AND_DRINK_GROCERIES);
        assertThat(findings(history).signals())
                .extracting(signal -> signal.type())
                .doesNotContain(
                        "median_pay_gap",
                        "income_variability",
                        "spending_to_income_ratio",
                        "spending_within_income",
                        "discretionary_spending");
    }

    @Test
    void the_buffer_counts_the_poorest_days_but_one_in_ten() {
        HistoryBuilder history = HistoryBuilder.days(180)
                .checking(3_043.6875)
                .every(1, 0, 0, 50, "Kroger", Category.FOOD_AND_DRINK_GROCERIES)
                .every(1, 0, 0, -50, "Payroll", Category.INCOME_WAGES);
        assertThat(signal(history, "cash_flow_buffer", 180).value())
                .isEqualTo(2.0, org.assertj.core.api.Assertions.within(0.001));
    }

    @Test
    void pays_that_move_by_a_weekend_are_steady() {
        HistoryBuilder history = HistoryBuilder.days(180).checking(1_000);
        for (int pay = 0; pay < 12; pay++) {
            history.post(0, 3 + pay * 14 + pay % 3, -2_000, "Acme", Category.INCOME_WAGES);
        }
        assertThat(detected(history, "steady_income", 180)).isTrue();
        assertThat(detected(history, "irregular_patterns", 180)).isFalse();
    }
}
